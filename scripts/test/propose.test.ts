import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { asObject, type JsonObject, objectIn } from "@nectar-sdk/openapi/document";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { propose } from "../src/repo/drift/propose.ts";
import { replaceProperty } from "../src/repo/rehearse/change-document.ts";
import { NEWEST_VERSION } from "../src/shared/versions.ts";
import { serve, temporaryFolder } from "./support/pull-support.ts";
import { type TemporaryRepository, temporaryRepository } from "./support/temporary-repository.ts";
import { unlinted } from "./support/unlinted.ts";

const DOCUMENT = `specs/${NEWEST_VERSION}/openapi.json`;
const CHANGESET = `.changeset/spec-${NEWEST_VERSION}.md`;

/** Milliseconds; a pull generates the packages of every version. */
const PATIENCE = 300_000;

let repository: TemporaryRepository;
let source: string;

beforeEach(async () => {
  repository = await temporaryRepository();
  onTestFinished(() => repository[Symbol.asyncDispose]());
  source = await temporaryFolder();
  await mkdir(join(source, NEWEST_VERSION), { recursive: true });
  await mkdir(join(repository.root, ".changeset"));
  await git("init", "--quiet", "--initial-branch=main");
  await commit();
  await git("update-ref", "refs/remotes/origin/main", "HEAD");
});

async function git(...args: readonly string[]): Promise<void> {
  const author = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  await promisify(execFile)("git", [...author, ...args], { cwd: repository.root });
}

async function commit(): Promise<void> {
  await git("add", "--all");
  await git("commit", "--quiet", "--message=all");
}

async function readDocument(): Promise<JsonObject> {
  return asObject(JSON.parse(await readFile(join(repository.root, DOCUMENT), "utf8")), DOCUMENT);
}

/** Pulls from a folder with this document, or from another place. */
async function pull(document: JsonObject | undefined, from = source) {
  if (document !== undefined) await writeFile(join(source, NEWEST_VERSION, "openapi.json"), JSON.stringify(document));
  return propose({ root: repository.root, version: NEWEST_VERSION, from, lint: unlinted });
}

test("a document that did not change writes nothing", { timeout: PATIENCE }, async () => {
  const before = await repository.read();

  expect((await pull(await readDocument())).outcome).toEqual({ kind: "unchanged" });

  expect(await repository.read()).toEqual(before);
});

test("a changed document is a draft with code and changeset, and leaves it by a reason on its branch that a later run keeps", {
  timeout: PATIENCE,
}, async () => {
  const changed = replaceProperty(await readDocument(), "note");

  const { outcome, report } = await pull(changed);

  expect(outcome).toMatchObject({
    kind: "changed",
    pullRequest: {
      branch: `specs/${NEWEST_VERSION}`,
      title: `${NEWEST_VERSION}: 1 breaking, 1 additive`,
      labels: ["drift: breaking", "drift: additive"],
      isDraft: true,
    },
  });
  expect(report.join("\n")).toContain("**breaking**");
  expect(await readFile(join(repository.root, CHANGESET), "utf8")).toContain("is gone");
  expect(await readFile(join(repository.root, `packages/api-${NEWEST_VERSION}/openapi.json`), "utf8")).toContain(
    '"note"',
  );

  const body = outcome.kind === "changed" ? outcome.pullRequest.body : "";
  const [, id = ""] = /^ {2}"([\da-f]{12})": $/m.exec(body) ?? [];
  await writeFile(join(repository.root, "specs/decisions.yaml"), `breaking:\n  "${id}": Never filled.\n`);
  await commit();
  await git("update-ref", `refs/remotes/origin/specs/${NEWEST_VERSION}`, "HEAD");
  await git("reset", "--quiet", "--hard", "origin/main");

  expect((await pull(undefined)).outcome).toMatchObject({ kind: "changed", pullRequest: { isDraft: false } });
});

test.each([
  ["responds with a page of HTML and 200", "<!doctype html><title>Moved</title>", "is an HTML or XML page"],
  ["responds with no OpenAPI document", '{ "message": "moved" }', "is not an OpenAPI document"],
])("a source that %s is unwell, and nothing is written", async (_, body, reason) => {
  const before = await repository.read();
  const names = ["openapi-v2-2.json", `${NEWEST_VERSION}/openapi.json`];
  const from = await serve(Object.fromEntries(names.map((name) => [name, body])));

  expect((await pull(undefined, from)).outcome).toEqual({ kind: "unwell", reason: expect.stringContaining(reason) });

  expect(await repository.read()).toEqual(before);
});

test("a document without most of its operations is unwell, and nothing is written", async () => {
  const before = await repository.read();
  const document = await readDocument();
  const [first] = Object.entries(objectIn(document, "paths"));

  const { outcome } = await pull({ ...document, paths: Object.fromEntries(first === undefined ? [] : [first]) });

  expect(outcome).toEqual({ kind: "unwell", reason: expect.stringContaining("more than a fifth") });
  expect(await repository.read()).toEqual(before);
});

test("a source that cannot be reached is unwell", async () => {
  expect((await pull(undefined, "http://127.0.0.1:1/")).outcome).toMatchObject({ kind: "unwell" });
});
