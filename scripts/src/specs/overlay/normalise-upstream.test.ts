import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookUp } from "@nectar-sdk/openapi/document";
import { RULE_NAMES } from "@nectar-sdk/openapi/normalise";
import { afterEach, beforeEach, expect, test } from "vitest";
import { effectiveDocument } from "./effective-document.ts";
import { normaliseUpstream, readRules } from "./normalise-upstream.ts";

const JOB = { type: "string", enum: ["PENDING", "COMPLETED"], nullable: true };
const CONTENT = { "application/json": { schema: { $ref: "#/components/schemas/Task" }, example: "LOST" } };
const DOCUMENT = {
  openapi: "3.0.3",
  paths: { "/job": { get: { responses: { "200": { description: "The job.", content: CONTENT } } } } },
  components: { schemas: { Task: JOB } },
};

let specs: string;

beforeEach(async () => {
  specs = await mkdtemp(join(tmpdir(), "normalise-"));
});
afterEach(() => rm(specs, { recursive: true }));

test("specs/normalise.yaml lists every rule, so that each can be switched off", async () => {
  const rules = await readRules(join(import.meta.dirname, "../../../../specs"));

  expect(Object.keys(rules).sort()).toEqual([...RULE_NAMES].sort());
});

test("all rules apply where the file is missing", async () => {
  expect(await readRules(specs)).toEqual({});
});

test.each(["openEnum: true", "openEnums: no", "- openEnums", "", "true"])(
  "a file that says %j is refused with the names of the rules",
  async (text) => {
    await writeFile(join(specs, "normalise.yaml"), text);

    await expect(readRules(specs)).rejects.toThrow(
      "normalise.yaml: expected true or false for each of: emptyDescriptions, ",
    );
  },
);

test("the effective document is normalised before overlays apply, by the rules of the file", async () => {
  await mkdir(join(specs, "v2.0"));
  await mkdir(join(specs, "overlays"));
  await writeFile(join(specs, "v2.0/openapi.json"), JSON.stringify(DOCUMENT));
  await writeFile(
    join(specs, "overlays/1.yaml"),
    'overlay: 1.0.0\ninfo: { title: a, version: "1" }\nactions: [{ target: "$.components.schemas.Task[\'x-extensible-enum\']", update: FAILED }]\n',
  );
  const readJob = async () => lookUp(await effectiveDocument(specs, "v2.0"), "#/components/schemas/Task");

  expect(await readJob()).toEqual({
    type: ["string", "null"],
    "x-extensible-enum": ["PENDING", "COMPLETED", "FAILED"],
  });

  await rm(join(specs, "overlays/1.yaml"));
  await writeFile(join(specs, "normalise.yaml"), "openEnums: false\n");
  expect(await readJob()).toEqual({ type: ["string", "null"], enum: ["PENDING", "COMPLETED", null] });
});

test("an example that does not match its schema is dropped with a note", () => {
  const { document, notes } = normaliseUpstream(DOCUMENT, { openEnums: false });

  expect(lookUp(document, "#/paths/~1job/get/responses/200/content/application~1json")).toEqual({
    schema: { $ref: "#/components/schemas/Task" },
  });
  expect(notes).toEqual([
    {
      rule: "brokenExamples",
      at: "#/paths/~1job/get/responses/200/content/application~1json/example",
      message: 'dropped an example that breaks its own schema: "LOST"',
    },
  ]);
});
