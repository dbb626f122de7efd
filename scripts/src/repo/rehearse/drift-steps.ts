import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { messageOf } from "../../shared/command-line.ts";
import { packageName } from "../../shared/version-names.ts";
import { NEWEST_VERSION, VERSIONS } from "../../shared/versions.ts";
import type { Bump } from "../spec-changeset/describe-changes.ts";
import { extendPayload, replaceProperty, rewordDocument } from "./change-document.ts";
import {
  API,
  adopt,
  findUnexpected,
  listCurrent,
  MIGRATE,
  type Outcome,
  publish,
  type Rehearsal,
  STILL,
  type Step,
  version,
  versionDocuments,
  WEBHOOKS,
} from "./rehearsal.ts";
import { build } from "./release-steps.ts";

/** A document that changes: one property gone, one new, one payload changed. */
export const CHANGED_DOCUMENT: readonly Step[] = [
  {
    name: `adopt a changed ${NEWEST_VERSION}`,
    async run(rehearsal) {
      const document = replaceProperty(await rehearsal.repository.readDocument(NEWEST_VERSION), "rehearsedNote");
      await adopt(rehearsal, { [NEWEST_VERSION]: extendPayload(document) ?? document });
      return {};
    },
  },
  {
    name: "specs:changeset",
    async run({ repository, makeFault }) {
      await repository.runCommand("repo/spec-changeset/cli.ts");
      await makeFault(repository.root);
      return {};
    },
  },
  {
    name: "version",
    async run(rehearsal) {
      const hasEvents = extendPayload(await rehearsal.repository.readDocument(NEWEST_VERSION)) !== undefined;
      const expected = new Map<string, Bump>([
        [API, "major"],
        ...(hasEvents ? [[WEBHOOKS, "minor"] as const] : []),
        ...(await expectMigrate(rehearsal)),
      ]);
      const problems = await findUnexpected(rehearsal, expected.keys());
      const outcome = await version(rehearsal, expected);
      return { ...outcome, problems: [...problems, ...(outcome.problems ?? [])] };
    },
  },
  { name: "build", run: build },
  { name: "pack and publish", run: publishMoved },
];

/** Other changes, each of which is versioned alone. */
export const OTHER_CHANGES: readonly Step[] = [
  {
    name: "text only",
    async run(rehearsal) {
      const document = await rehearsal.repository.readDocument(NEWEST_VERSION);
      await adopt(rehearsal, { [NEWEST_VERSION]: rewordDocument(document, "Reworded.") });
      return versionDocuments(rehearsal, new Map([[API, "patch"]]));
    },
  },
  { name: "generator only", run: changeGenerator },
  { name: "HTML instead of a document: nothing", run: pullHtml },
  {
    name: "two documents at once",
    async run(rehearsal) {
      const versions = VERSIONS.slice(-2);
      await adopt(
        rehearsal,
        await editDocuments(rehearsal, versions, (document) => replaceProperty(document, "rehearsedRemark")),
      );
      const apis = versions.map((changed) => [packageName(changed), "major"] as const);
      return versionDocuments(rehearsal, new Map([...apis, ...(await expectMigrate(rehearsal))]));
    },
  },
  { name: "build", run: build },
  { name: "pack and publish", run: publishMoved },
];

/** The end of prereleases, and a change after it. */
export const STABLE: readonly Step[] = [
  {
    name: "the last reconstructed document goes: stable versions",
    applies: ({ repository }) => repository.isPrerelease(),
    async run(rehearsal) {
      const reword = (document: JsonObject) => rewordDocument(document, "From upstream.");
      await adopt(rehearsal, await editDocuments(rehearsal, VERSIONS, reword));
      await rehearsal.repository.runCommand("repo/spec-changeset/cli.ts");
      const names = [...(await rehearsal.repository.readVersions()).keys()];
      const outcome = await version(rehearsal, new Map(names.map((name) => [name, "major"])));
      const isOver = !(await rehearsal.repository.isPrerelease());
      return isOver
        ? outcome
        : { ...outcome, problems: ["changesets is still in its pre mode", ...(outcome.problems ?? [])] };
    },
  },
  {
    name: `a breaking ${NEWEST_VERSION} after it`,
    async run(rehearsal) {
      const document = await rehearsal.repository.readDocument(NEWEST_VERSION);
      await adopt(rehearsal, { [NEWEST_VERSION]: replaceProperty(document, "rehearsedEnd") });
      // Its range leaves the major of the document out.
      return versionDocuments(
        rehearsal,
        new Map([
          [API, "major"],
          [MIGRATE, "patch"],
        ]),
      );
    },
  },
];

async function editDocuments(
  { repository }: Rehearsal,
  versions: readonly string[],
  edit: (document: JsonObject) => JsonObject,
): Promise<Readonly<Record<string, JsonObject>>> {
  const edited = versions.map(async (version) => [version, edit(await repository.readDocument(version))] as const);
  return Object.fromEntries(await Promise.all(edited));
}

/** Migrate moves with the data that is generated into it. */
async function expectMigrate({ repository }: Rehearsal): Promise<[string, Bump][]> {
  return (await repository.listChanged()).includes(MIGRATE) ? [[MIGRATE, "patch"]] : [];
}

async function publishMoved(rehearsal: Rehearsal): Promise<Outcome> {
  const tags = await listCurrent(rehearsal);
  const missing: string[] = [];
  for (const tag of tags) {
    const at = tag.lastIndexOf("@");
    if (!(await rehearsal.readReleases(tag.slice(0, at))).has(tag.slice(at + 1))) missing.push(tag);
  }
  return publish(rehearsal, missing);
}

/** Rewords the first line of generated files. */
async function changeGenerator(rehearsal: Rehearsal): Promise<Outcome> {
  const { repository } = rehearsal;
  const file = join(repository.root, "scripts/src/codegen/emit/code.ts");
  const text = await readFile(file, "utf8");
  const changed = text.replace("Do not edit.", "Do not edit it.");
  if (changed === text) return { problems: ["scripts/src/codegen/emit/code.ts has no line to change"] };
  await writeFile(file, changed);
  await repository.runCommand("codegen/cli.ts");
  const names = await repository.listChanged();
  const missing = VERSIONS.map(packageName).filter((name) => !names.includes(name));
  const wrong = names.filter((name) => STILL.includes(name));
  const outcome = await versionDocuments(rehearsal, new Map(names.map((name) => [name, "patch"])));
  return {
    ...outcome,
    problems: [
      ...missing.map((name) => `${name} was not generated again`),
      ...wrong.map((name) => `${name} has generated files`),
      ...(outcome.problems ?? []),
    ],
  };
}

/** Pulls from a server that responds with a page and 200, as a site that is being moved. */
async function pullHtml({ repository }: Rehearsal): Promise<Outcome> {
  const before = await repository.readVersions();
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Moved</title>");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  const refusal = await repository
    .runCommand("specs/adopt/cli.ts", "--version", NEWEST_VERSION, "--from", `http://127.0.0.1:${port}/`)
    .then(() => "", messageOf);
  server.close();
  server.closeAllConnections();
  const after = await repository.readVersions();
  const status = await repository.readStatus();
  return {
    problems: [
      ...(refusal.includes("is an HTML or XML page") ? [] : [`the page is not refused: ${refusal}`]),
      ...status.map((path) => `${path} changed`),
      ...[...after].filter(([name, now]) => before.get(name) !== now).map(([name]) => `${name} moved`),
    ],
  };
}
