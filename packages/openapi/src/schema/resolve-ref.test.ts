import { expect, test } from "vitest";
import { resolveObject, resolveRef } from "./resolve-ref.ts";

const DOCUMENT = {
  components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { type: "string" } } },
  paths: { "/a/{b}": { get: { operationId: "a" } }, "x~y": {} },
  circle: { $ref: "#/circle" },
};

test("a chain of references leads to its end", () => {
  expect(resolveRef(DOCUMENT, { $ref: "#/components/schemas/A" })).toEqual({ type: "string" });
});

test("escaped slashes and tildes of a pointer are read", () => {
  expect(resolveRef(DOCUMENT, { $ref: "#/paths/~1a~1{b}/get" })).toEqual({ operationId: "a" });
  expect(resolveRef(DOCUMENT, { $ref: "#/paths/x~0y" })).toEqual({});
});

test("what is no object counts as empty where one is needed", () => {
  expect([resolveObject(DOCUMENT, undefined), resolveObject(DOCUMENT, true)]).toEqual([{}, {}]);
});

test.each([
  ["#/components/schemas/C", "leads nowhere"],
  ["#/constructor", "leads nowhere"],
  ["other.json#/A", "only references into the document are known"],
  ["#/circle", "go round in a circle"],
])("%s is refused: %s", ($ref, message) => {
  expect(() => resolveRef(DOCUMENT, { $ref })).toThrow(message);
});
