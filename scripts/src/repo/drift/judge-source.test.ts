import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { judgeSource } from "./judge-source.ts";

function createDocument(count: number): JsonObject {
  const paths = Array.from({ length: count }, (_, index) => [`/thing${index}`, { get: { responses: {} } }]);
  return asObject({ openapi: "3.1.0", info: {}, paths: Object.fromEntries(paths) }, "document");
}

test.each([10, 9, 8, 12])("a document with %i of 10 operations may be proposed", (count) => {
  expect(judgeSource(createDocument(10), createDocument(count))).toBeUndefined();
});

test("a document that loses more than a fifth of its operations is refused, with their number and one of them", () => {
  expect(judgeSource(createDocument(10), createDocument(7))).toBe(
    "the document lost 3 of 10 operations, more than a fifth, such as GET /thing7",
  );
});

test("a first document cannot lose anything", () => {
  expect(judgeSource({}, createDocument(1))).toBeUndefined();
});
