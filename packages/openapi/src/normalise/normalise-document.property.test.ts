import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryDocument } from "../../test/support/arbitrary-document.ts";
import { asObject, type JsonObject } from "../document/json.ts";
import { lookUp } from "../document/pointer.ts";
import { normaliseDocument, RULE_NAMES, type Rules } from "./normalise-document.ts";
import { findReferences } from "./pinned-places.ts";

/** Milliseconds; drawing documents takes its time on a busy machine. */
const PATIENCE = 120_000;

const rules: fc.Arbitrary<Rules> = fc
  .subarray([...RULE_NAMES])
  .map((off) => Object.fromEntries(off.map((name) => [name, false])));

const SPECS = join(import.meta.dirname, "../../../../specs");
const VERSIONS = readdirSync(SPECS).filter((name) => /^v\d/.test(name));

function readDocument(version: string): JsonObject {
  const file = join(SPECS, version, "openapi.json");
  return asObject(JSON.parse(readFileSync(file, "utf8")), file);
}

test.each(VERSIONS)(
  "normalising the document of %s twice is normalising it once, under any rules",
  (version) => {
    const document = readDocument(version);

    fc.assert(
      fc.property(rules, (chosen) => {
        const once = normaliseDocument(document, chosen).document;
        expect(JSON.stringify(normaliseDocument(once, chosen).document)).toBe(JSON.stringify(once));
      }),
      { numRuns: 10 },
    );
  },
  PATIENCE,
);

test(
  "normalising any document twice is normalising it once, and changes nothing that it was given",
  () => {
    fc.assert(
      fc.property(arbitraryDocument, rules, (document, chosen) => {
        const before = JSON.stringify(document);
        const once = normaliseDocument(document, chosen).document;
        const twice = normaliseDocument(once, chosen).document;

        expect(JSON.stringify(document)).toBe(before);
        expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE,
);

test(
  "a reference that leads somewhere leads somewhere afterwards",
  () => {
    fc.assert(
      fc.property(arbitraryDocument, rules, (document, chosen) => {
        const normal = normaliseDocument(document, chosen).document;
        const broken = [...findReferences(normal)].filter((reference) => lookUp(normal, reference) === undefined);

        expect(broken.filter((reference) => lookUp(document, reference) !== undefined)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE,
);

test("a document of 100 levels, circles and names like __proto__ is normalised", () => {
  const nest = (depth: number): JsonObject =>
    depth === 0 ? { $ref: "#/components/schemas/A" } : { allOf: [nest(depth - 1)], description: "" };
  const schemas: JsonObject = JSON.parse('{"__proto__":{"type":"string","nullable":true,"enum":["A"]}}');
  const document = {
    openapi: "3.0.3",
    paths: { "/a": { get: { responses: { "200": { $ref: "#/components/responses/A" } } } } },
    components: { schemas: { ...schemas, A: nest(45) }, responses: { A: { $ref: "#/components/responses/A" } } },
  };

  const { document: normal } = normaliseDocument(document);

  expect(JSON.stringify(normal["components"])).toBe(
    '{"schemas":{"A":{"$ref":"#/components/schemas/A"},"__proto__":{"type":["string","null"],"enum":["A",null]}},"responses":{"A":{"$ref":"#/components/responses/A"}}}',
  );
});
