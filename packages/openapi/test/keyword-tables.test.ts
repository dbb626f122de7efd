import { describe, expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Json, JsonObject } from "../src/document/json.ts";

/** The kinds of change between two schemas that are sent. */
function listKinds(before: Json, after: Json): string[] {
  const toDocument = (schema: Json): JsonObject => ({
    paths: { "/a": { put: { requestBody: { content: { "application/json": { schema } } } } } },
  });
  return diffDocuments(toDocument(before), toDocument(after)).map(({ kind }) => kind);
}

const BOUNDS = ["imum", "Length", "Items", "Properties"].flatMap((end): [string, string, string][] => [
  [`min${end}`, "tightened", "loosened"],
  [`max${end}`, "loosened", "tightened"],
]);

test.each<[string, string, string]>([
  ...BOUNDS,
  ["exclusiveMinimum", "tightened", "loosened"],
  ["exclusiveMaximum", "loosened", "tightened"],
])("%s that grows is a limit that is %s, and one that shrinks is %s", (keyword, grown, shrunk) => {
  const [low, high] = [{ [keyword]: 1 }, { [keyword]: 2 }];

  expect([listKinds(low, high), listKinds(high, low)]).toEqual([[`constraint-${grown}`], [`constraint-${shrunk}`]]);
  expect([listKinds({}, low), listKinds(low, {})]).toEqual([["constraint-tightened"], ["constraint-loosened"]]);
});

test.each([
  ["pattern", "^a", "^b"],
  ["multipleOf", 2, 4],
])("another %s is a condition that changes", (keyword, before, after) => {
  expect(listKinds({ [keyword]: before }, { [keyword]: after })).toEqual(["constraint-changed"]);
  expect(listKinds({}, { [keyword]: after })).toEqual(["constraint-tightened"]);
});

test("uniqueItems is a limit", () => {
  expect(listKinds({}, { uniqueItems: true })).toEqual(["constraint-tightened"]);
});

test.each(["title", "description", "$comment", "externalDocs"])("another %s of a schema is text", (keyword) => {
  expect(listKinds({ [keyword]: "a" }, { [keyword]: "b" })).toEqual(["text-changed"]);
});

test.each(["contentEncoding", "contentMediaType", "contentSchema"])("%s says how text is read", (keyword) => {
  expect(listKinds({ type: "string" }, { type: "string", [keyword]: "a" })).toEqual(["encoding-changed"]);
});

test.each(["contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems"])(
  "a schema below %s is compared",
  (keyword) => {
    expect(listKinds({ [keyword]: { minLength: 1 } }, { [keyword]: { minLength: 2 } })).toEqual([
      "constraint-tightened",
    ]);
  },
);

test.each(["dependentSchemas", "patternProperties"])("each schema below %s is compared", (keyword) => {
  const withInner = (minLength: number) => ({ [keyword]: { a: { minLength } } });

  expect(listKinds(withInner(1), withInner(2))).toEqual(["constraint-tightened"]);
});

test.each(["not", "if", "then", "else"])("another schema below %s is a condition that changes", (keyword) => {
  const both = Object.fromEntries(["if", "then", "else"].map((key) => [key, { minLength: 1 }]));

  expect(listKinds({ ...both, [keyword]: { minLength: 3 } }, { ...both, [keyword]: { maxLength: 2 } })).toEqual([
    "constraint-changed",
  ]);
});

describe("of an operation", () => {
  const diffOperations = (before: JsonObject, after: JsonObject) =>
    diffDocuments({ paths: { "/a": { get: before } } }, { paths: { "/a": { get: after } } });

  test.each<[string, Json]>([
    ["style", "deepObject"],
    ["explode", false],
    ["allowReserved", true],
    ["allowEmptyValue", true],
  ])("%s changes the text of a query", (keyword, value) => {
    const withQuery = (more: JsonObject) => ({ parameters: [{ name: "q", in: "query", explode: true, ...more }] });

    expect(diffOperations(withQuery({}), withQuery({ [keyword]: value })).map(({ kind }) => kind)).toEqual([
      "serialization-changed",
    ]);
  });

  test.each(["summary", "description", "externalDocs"])("another %s is text", (keyword) => {
    expect(diffOperations({ [keyword]: "a" }, { [keyword]: "b" }).map(({ kind }) => kind)).toEqual(["text-changed"]);
  });
});

test.each(["example", "examples", "x-evidence"])("%s is not compared, but a property of that name is", (name) => {
  expect(listKinds({ [name]: "a" }, { [name]: "b" })).toEqual([]);
  expect(listKinds({ type: "object" }, { type: "object", properties: { [name]: {} } })).toEqual(["property-added"]);
});
