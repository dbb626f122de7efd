import { afterEach, expect, test, vi } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Json, JsonObject } from "../src/document/json.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the characters of all contents that a comparison writes to recognise them: the work that grows with a document. */
function countWritten(before: JsonObject, after: JsonObject): number {
  const write = vi.spyOn(JSON, "stringify");
  diffDocuments(before, after);
  const lengths = write.mock.results.map(({ value }) => (typeof value === "string" ? value.length : 0));
  write.mockRestore();
  return lengths.reduce((sum, length) => sum + length, 0);
}

function fill(length: number, create: (index: number) => [string, Json]): JsonObject {
  return Object.fromEntries(Array.from({ length }, (_, index) => create(index)));
}

/** A union of named objects that differ in a constant. */
function createUnion(length: number, maxLength: number): JsonObject {
  const branches = fill(length, (index) => [
    `B${index}`,
    { type: "object", required: ["t"], properties: { t: { const: index }, text: { type: "string", maxLength } } },
  ]);
  const union = { oneOf: Object.keys(branches).map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  return { components: { schemas: { ...branches, Union: union } } };
}

/** Schemas that refer to the next one each. */
function createChain(length: number, prefix: string): JsonObject {
  const link = (index: number): Json =>
    index === length - 1 ? { type: "string" } : { $ref: `#/components/schemas/${prefix}${index + 1}` };
  return {
    components: {
      schemas: fill(length, (index) => [`${prefix}${index}`, { type: "object", properties: { next: link(index) } }]),
    },
  };
}

/** Operations that return schemas which refer to one another, alone and in an `allOf`. */
function createOperations(length: number, maxLength: number): JsonObject {
  const refer = (index: number) => ({ $ref: `#/components/schemas/S${index % length}` });
  const describe = (schema: Json) => ({ description: "", content: { "application/json": { schema } } });
  return {
    paths: fill(length, (index) => [`/p${index}`, { get: { responses: { "200": describe(refer(index)) } } }]),
    components: {
      schemas: fill(length, (index) => [
        `S${index}`,
        {
          type: "object",
          properties: { text: { maxLength }, one: refer(index * 7 + 1), all: { allOf: [refer(index + 3), refer(1)] } },
        },
      ]),
    },
  };
}

test.each<[string, (length: number) => [JsonObject, JsonObject]]>([
  ["branches of a union", (length) => [createUnion(length, 5), createUnion(length, 6)]],
  ["renamed schemas in a chain", (length) => [createChain(length, "A"), createChain(length, "B")]],
  ["operations and schemas", (length) => [createOperations(length, 5), createOperations(length, 6)]],
])("twice the %s is at most 2.2 times the work", (_name, create) => {
  expect(countWritten(...create(200)) / countWritten(...create(100))).toBeLessThanOrEqual(2.2);
});
