import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { redoclyLint } from "./redocly-lint.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lint-"));
  await writeFile(join(folder, "redocly.yaml"), "rules: { operation-summary: warn, no-unresolved-refs: error }\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function lint(document: JsonObject) {
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  return redoclyLint(join(folder, "openapi.json"), join(folder, "redocly.yaml"));
}

test("every finding of redocly has its place and severity", async () => {
  const problems = await lint(smallDocument({ "/a": { get: answering({}) } }));

  expect(problems).toEqual([
    {
      at: "#/paths/~1a/get/summary",
      message: "warn operation-summary: Operation object should contain `summary` field.",
      fix: "correct the document, or exempt it from the rule in specs/redocly.yaml, with a reason",
      severity: "warn",
    },
  ]);
});

test("an unresolved reference is an error, and a property that OpenAPI does not know is a warning", async () => {
  await writeFile(join(folder, "structure.yaml"), "rules: { struct: error, no-unresolved-refs: error }\n");
  const nullable = { type: "string", nullable: true };
  const document = smallDocument({
    "/a": { get: answering(nullable) },
    "/b": { get: answering({ $ref: "#/components/schemas/Gone" }) },
  });
  await writeFile(join(folder, "structure.json"), JSON.stringify(document));

  const findings = await redoclyLint(join(folder, "structure.json"), join(folder, "structure.yaml"));

  expect(findings.map(({ severity, message }) => [severity, message.split(":")[0]])).toEqual([
    ["warn", "warn struct"],
    ["error", "error no-unresolved-refs"],
  ]);
});

test("Django's generator may write `nullable` beside `allOf` without a `type`, because normalising reads both", async () => {
  const schema = { nullable: true, allOf: [{ $ref: "#/components/schemas/A" }] };
  const components = { schemas: { A: { type: "string", enum: ["a"] } } };
  const document = { ...smallDocument({ "/a": { get: answering(schema) } }, components), openapi: "3.0.3" };
  await writeFile(join(folder, "django.json"), JSON.stringify(document));

  const findings = await redoclyLint(join(folder, "django.json"), join(ROOT, "specs/redocly.yaml"));

  expect(findings.filter(({ message }) => message.includes("nullable-type-sibling"))).toHaveLength(1);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("redocly cannot open a URL or a file that a document refers to", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const secret = await mkdtemp(join(tmpdir(), "secret-"));
  await writeFile(join(secret, "a.json"), '{ "type": "no-such-type-of-a-secret" }');

  try {
    const problems = await lint(
      smallDocument({
        "/a": { get: { summary: "A.", ...answering({ $ref: `http://127.0.0.1:${port}/a.json` }) } },
        "/b": { get: { summary: "B.", ...answering({ $ref: join(secret, "a.json") }) } },
      }),
    );

    expect(asked).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("no-unresolved-refs"),
      expect.stringContaining("no-unresolved-refs"),
    ]);
  } finally {
    server.close();
    await rm(secret, { recursive: true, force: true });
  }
});
