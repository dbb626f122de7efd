import { expect, test } from "vitest";
import { readProperties, readRequired, resolve, resolveStrictly } from "./resolve.ts";

const DOCUMENT = {
  components: {
    schemas: {
      A: { $ref: "#/components/schemas/B" },
      B: { type: "string" },
      Any: true,
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop", description: "itself" }], properties: { a: true } },
    },
  },
  paths: { "/a/{b}": { get: { operationId: "a" } }, "x~y": {} },
  circle: { $ref: "#/circle" },
};

test("a chain of references is followed to its end", () => {
  expect(resolveStrictly(DOCUMENT, { $ref: "#/components/schemas/A" })).toEqual({ type: "string" });
});

test("the keys beside a reference win over those of its target", () => {
  const node = { $ref: "#/components/schemas/A", type: "null", description: "own" };

  expect(resolve(DOCUMENT, node)).toEqual({ type: "null", description: "own" });
});

test("escaped slashes and tildes of a pointer are read", () => {
  expect(resolveStrictly(DOCUMENT, { $ref: "#/paths/~1a~1{b}/get" })).toEqual({ operationId: "a" });
  expect(resolveStrictly(DOCUMENT, { $ref: "#/paths/x~0y" })).toEqual({});
});

test("a value other than an object counts as an empty one", () => {
  expect([undefined, true, { $ref: "#/components/schemas/Any" }].map((node) => resolve(DOCUMENT, node))).toEqual([
    {},
    {},
    {},
  ]);
});

test.each([
  ["#/components/schemas/C", "has no target"],
  ["#/constructor", "has no target"],
  ["other.json#/A", "has no target in the document"],
  ["#/circle", "refers to itself"],
])("%s is refused by the strict reader and kept by the other: %s", ($ref, message) => {
  expect(() => resolveStrictly(DOCUMENT, { $ref })).toThrow(message);
  expect(resolve(DOCUMENT, { $ref })).toEqual({ $ref });
});

test("a schema that extends itself is read once", () => {
  const schema = { $ref: "#/components/schemas/Loop", required: ["a", 1] };

  expect([...readProperties(DOCUMENT, schema).keys()]).toEqual(["a"]);
  expect([...readRequired(DOCUMENT, schema)]).toEqual(["a"]);
});
