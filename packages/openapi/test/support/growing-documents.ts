import type { Json, JsonObject } from "../../src/document/json.ts";

/** A pair of documents that grows with a number of parts. */
export interface Growth {
  readonly name: string;
  readonly create: (length: number) => [before: JsonObject, after: JsonObject];
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

/** The documents whose comparison must take a time in proportion to their size. */
export const GROWTHS: readonly Growth[] = [
  { name: "branches of a union", create: (length) => [createUnion(length, 5), createUnion(length, 6)] },
  { name: "renamed schemas in a chain", create: (length) => [createChain(length, "A"), createChain(length, "B")] },
  { name: "operations and schemas", create: (length) => [createOperations(length, 5), createOperations(length, 6)] },
];
