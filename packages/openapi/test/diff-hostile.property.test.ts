import fc from "fast-check";
import { expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import { findCandidates } from "../src/diff/find-candidates.ts";
import { formatChanges } from "../src/diff/report/format-changes.ts";
import type { Json, JsonObject } from "../src/document/json.ts";

/** Keywords of documents and schemas, and names that JavaScript treats specially. */
const KEYS = [
  ...["openapi", "paths", "webhooks", "components", "servers", "security", "tags", "info", "/a/{b}", "get", "post"],
  ...["parameters", "requestBody", "responses", "callbacks", "headers", "content", "application/json", "schema", "200"],
  ...[
    "name",
    "in",
    "required",
    "schemas",
    "securitySchemes",
    "A",
    "$ref",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "if",
    "then",
  ],
  ...[
    "type",
    "enum",
    "const",
    "properties",
    "items",
    "prefixItems",
    "additionalProperties",
    "patternProperties",
    "format",
  ],
  ...[
    "contains",
    "minContains",
    "dependentRequired",
    "dependentSchemas",
    "propertyNames",
    "unevaluatedItems",
    "default",
  ],
  ...[
    "nullable",
    "minimum",
    "exclusiveMinimum",
    "discriminator",
    "x-evidence",
    "x-extensible-enum",
    "url",
    "operationId",
  ],
  ...["__proto__", "constructor", "toString", ""],
];

const STRINGS = [
  "string",
  "object",
  "array",
  "null",
  "seen",
  "query",
  "#",
  "#/",
  "#/components/schemas/A",
  "#/paths",
  "other.json",
  "",
];

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<Json>(...STRINGS, null, true, false, 0, -1, 1.5),
    fc.array(tie("json"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("json")), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

const sections = fc
  .record({
    operation: json,
    schema: json,
    parameter: json,
    body: json,
    responses: json,
    item: json,
    scheme: json,
    rest: fc.dictionary(fc.constantFrom(...KEYS), json, { maxKeys: 3, noNullPrototype: true }),
  })
  .map(
    ({ operation, schema, parameter, body, responses, item, scheme, rest }): JsonObject => ({
      openapi: "3.1.0",
      ...rest,
      paths: {
        "/a": {
          get: operation,
          post: { parameters: [parameter], requestBody: body, responses, callbacks: { c: item } },
        },
        "/b": item,
      },
      components: {
        schemas: { A: schema, B: { allOf: [{ $ref: "#/components/schemas/A" }, schema] } },
        securitySchemes: { S: scheme },
      },
    }),
  );

test("documents of any shape are compared without an error", () => {
  fc.assert(
    fc.property(sections, sections, (before, after) => {
      const changes = diffDocuments(before, after);
      expect(formatChanges(changes).length).toBeGreaterThanOrEqual(changes.length);
      expect(findCandidates(changes).length).toBeLessThanOrEqual(changes.length);
      expect(diffDocuments(before, before)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
}, 120_000);
