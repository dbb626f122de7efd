import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VERSIONS } from "../../src/shared/versions.ts";
import { FIXTURE } from "../support/fixture/generate-fixture.ts";
import { INVENTED } from "../support/fixture/invented-repository.ts";
import { ROOT } from "../support/temporary-repository.ts";
import { AXES } from "./axes.ts";
import { buildVariant, type Documents, parseAxes } from "./build-variant.ts";
import { readDocuments, writeVariant } from "./write-variant.ts";

let folder: string;
let documents: Documents;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upstream-"));
  // The documents of the repository may have come to look like a variant.
  const invented = await readDocuments(join(ROOT, FIXTURE, "specs"), INVENTED);
  documents = new Map(
    [...invented.values()].map((document, index) => [VERSIONS[index] ?? "", { ...document, "x-evidence": "assumed" }]),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(AXES.map((axis) => [axis.name, axis] as const))("%s changes at least one document", (_name, axis) => {
  const variant = buildVariant(documents, [axis], "1");

  expect(
    [...variant].filter(([version, document]) => JSON.stringify(document) !== JSON.stringify(documents.get(version))),
  ).not.toEqual([]);
});

test("the same seed gives the same variant, another seed another one", () => {
  const one = buildVariant(documents, AXES, "1");

  expect([...buildVariant(documents, AXES, "1")]).toEqual([...one]);
  expect([...buildVariant(documents, AXES, "2")]).not.toEqual([...one]);
});

test("a variant is written the way that a pull reads it", async () => {
  await writeVariant(parseAxes("sorted,closed-enums", "1"), "1", join(folder, "written"));
  const written = await readDocuments(join(folder, "written"));

  expect([...written]).toEqual([...buildVariant(await readDocuments(), parseAxes("sorted,closed-enums", "1"), "1")]);
});

test("an axis that does not exist is refused by name", () => {
  expect(() => parseAxes("sorted,bogus", "1")).toThrow("bogus: expected all, random:<n> or some of no-evidence, ");
});
