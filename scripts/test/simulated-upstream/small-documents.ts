import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import fc from "fast-check";

const KINDS = ["Kind", "State"] as const;
const text = fc.constantFrom("One.", "Another.");

const toEnum = fc.constantFrom(...KINDS).map((name): JsonObject => ({ $ref: `#/components/schemas/${name}` }));
const toObject = fc.constantFrom("Node", "Leaf").map((name): JsonObject => ({ $ref: `#/components/schemas/${name}` }));

/** Schemas of a response in the style of the reconstruction. References may go in a circle. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.record(
      {
        type: fc.constantFrom<Json>("string", ["string", "null"], ["integer", "null"], "boolean"),
        description: text,
        examples: fc.constant<Json>(["a"]),
        readOnly: fc.constant(true),
      },
      { requiredKeys: ["type"], noNullPrototype: true },
    ),
    fc.record({ type: fc.constant("integer"), exclusiveMinimum: fc.nat(9) }, { noNullPrototype: true }),
    toEnum,
    toObject,
    fc.tuple(toObject, text).map(([reference, description]) => ({ ...reference, description })),
    fc.tuple(fc.oneof(toEnum, toObject), fc.boolean()).map(([reference, isDescribed]) => ({
      ...(isDescribed ? { description: "Perhaps." } : {}),
      anyOf: [reference, { type: "null" }],
    })),
    tie("schema").map((items) => ({ type: "array", items })),
    objectOf(tie("schema")),
  ),
}));

function objectOf(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const properties = fc.dictionary(fc.constantFrom("id", "kind", "type", "nullable"), inner, {
    minKeys: 1,
    noNullPrototype: true,
  });
  return properties.map((own) => ({ type: "object", required: Object.keys(own).sort(), properties: own }));
}

const known = fc.subarray(["A", "B", "C"], { minLength: 1 });

const components = fc.tuple(objectOf(schema), objectOf(schema), known, known).map(
  ([Node, Leaf, kinds, states]): JsonObject => ({
    Node,
    Leaf,
    Kind: { type: "string", "x-extensible-enum": kinds },
    State: { type: "string", enum: states },
  }),
);

const PARAMETERS: JsonObject = {
  Id: { name: "id", in: "path", required: true, schema: { type: "string" } },
  Page: { name: "page", in: "query", description: "Page.", schema: { type: ["integer", "null"] } },
};

const RESPONSES: JsonObject = { NotFound: { description: "Not there." } };

const operation = fc.tuple(schema, fc.boolean(), fc.boolean()).map(
  ([body, hasPage, hasError]): JsonObject => ({
    parameters: [referTo("parameters", "Id"), ...(hasPage ? [referTo("parameters", "Page")] : [])],
    responses: {
      "200": { description: "Done.", content: { "application/json": { schema: body } } },
      ...(hasError ? { "404": referTo("responses", "NotFound") } : {}),
    },
  }),
);

/** Small documents in the style of the reconstruction, in which a response reaches every enum. */
export const smallDocuments: fc.Arbitrary<JsonObject> = fc
  .tuple(components, fc.array(operation, { minLength: 2, maxLength: 4 }))
  .map(
    ([schemas, operations]): JsonObject => ({
      openapi: "3.1.0",
      info: { title: "Small", version: "1" },
      servers: [{ url: "https://api.example.com/v7.1" }],
      paths: {
        ...Object.fromEntries(
          operations.map((get, index) => [`/part${index}/{id}`, { get: { operationId: `part${index}`, ...get } }]),
        ),
        "/all/{id}": { get: { operationId: "all", ...respondWithAll() } },
      },
      components: { schemas, parameters: PARAMETERS, responses: RESPONSES },
    }),
  );

function respondWithAll(): JsonObject {
  const properties = Object.fromEntries(["Node", "Leaf", ...KINDS].map((name) => [name, referTo("schemas", name)]));
  return {
    parameters: [referTo("parameters", "Id")],
    responses: {
      "200": { description: "Done.", content: { "application/json": { schema: { type: "object", properties } } } },
    },
  };
}

function referTo(section: string, name: string): JsonObject {
  return { $ref: `#/components/${section}/${name}` };
}
