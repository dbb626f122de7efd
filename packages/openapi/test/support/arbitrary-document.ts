import fc from "fast-check";
import type { Json, JsonObject } from "../../src/document/json.ts";

/** Names that documents of strangers use for anything. The first ones are referred to. */
const NAMES = ["A", "B", "C", "__proto__", "constructor", "a/b~c", ""];

const REFERENCES = [
  ...["A", "B", "C", "Gone", "__proto__", "A/properties/A", "A/allOf/0", "B/oneOf/1", "B/items", "A/example"].map(
    (name) => `#/components/schemas/${name}`,
  ),
  ...[
    "#/components/parameters/A/schema",
    "#/components/responses/B/content/a~1b/schema",
    "#/components/requestBodies/A",
  ],
  ...["#/paths/~1v2~1a/get/parameters/0/schema", "#/paths/~1v2~1a/get/responses/404/content/a~1b/schema"],
  ...["#", "#/", "other.json#/A", "#/components/%zz", ""],
];

const garbage = fc.constantFrom<Json>(null, true, 5, "text", [], [null, 1], {}, [[]]);

/** Keywords of a schema without inner schemas, each present or not. */
const plainKeywords: fc.Arbitrary<JsonObject> = sparse({
  type: values("string", "object", "null", ["string", "null"], ["null", "integer"], []),
  enum: values(["A", "B"], [""], [null], ["A", null], [1, 2], ["A", 1], [true], []),
  "x-extensible-enum": values(["A"]),
  nullable: values(true, false),
  minimum: values(1),
  exclusiveMinimum: values(true, 1),
  example: values("a", { type: "string" }, null),
  examples: values(["a"], [], { A: 1 }),
  format: values("binary", "byte"),
  contentMediaType: values("application/octet-stream"),
  const: values(null, "a"),
  required: values(["b", "a"], true),
  description: values("", " ", "D"),
  readOnly: values(true),
  discriminator: values({ propertyName: "A", mapping: { a: "#/components/schemas/A", b: "B" } }),
});

const { schema } = fc.letrec<{ schema: Json }>((tie) => {
  const inner = tie("schema");
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const composed = fc.tuple(fc.constantFrom("allOf", "allOf", "oneOf", "anyOf", "prefixItems"), list);
  const single = fc.tuple(fc.constantFrom("items", "additionalProperties", "not", "if"), inner);
  return {
    schema: fc.oneof(
      { depthSize: "medium", maxDepth: 6 },
      { weight: 3, arbitrary: reference() },
      { weight: 3, arbitrary: plainKeywords },
      { weight: 1, arbitrary: values({ enum: [null] }, { type: "null" }, { enum: [""] }, true, 5, null) },
      { weight: 6, arbitrary: beside(composed.map(([key, members]) => ({ [key]: members }))) },
      { weight: 2, arbitrary: beside(single.map(([key, member]) => ({ [key]: member }))) },
      {
        weight: 3,
        arbitrary: beside(
          fc.tuple(fc.constantFrom("properties", "$defs"), mapOf(inner)).map(([key, map]) => ({ [key]: map })),
        ),
      },
    ),
  };
});

const content = mapOf(sparse({ schema, example: garbage, examples: values({ A: { value: 1 } }, [1]) }), [
  "a/b",
  "application/json",
]);

const parameter = orReference(
  "parameters",
  sparse(
    {
      name: values("company_id", "companyId", "page", "日本", 5),
      in: values("path", "query", "header"),
      schema,
      description: values("", "D"),
    },
    6,
  ),
);
const response = orReference(
  "responses",
  sparse({ description: values("", "D"), content, headers: mapOf(sparse({ schema })) }),
);
const requestBody = orReference("requestBodies", sparse({ content, description: values("") }));

const operation = sparse({
  operationId: values("a_2"),
  parameters: fc.array(parameter, { maxLength: 3 }),
  requestBody,
  responses: mapOf(response, ["200", "404", "404", "default", "4XX"]),
  description: values("", "D"),
  callbacks: values({ A: { "{$request.body#/url}": { post: { responses: {} } } } }),
});

const server = sparse({ url: values("https://x", "https://x/v2/", "/"), description: values("") });

const pathItem = sparse({
  get: operation,
  post: operation,
  parameters: fc.array(parameter, { maxLength: 2 }),
  servers: fc.array(server),
});

const prefixed = fc.constantFrom(
  ["/v2/a", "/v2/b/{company_id}/"],
  ["/v2/a", "/b"],
  ["/v2", "/v2/"],
  ["/a", "/__proto__"],
);

const paths = fc
  .tuple(prefixed, fc.array(pathItem, { minLength: 2, maxLength: 2 }))
  .map(([names, items]): JsonObject => Object.fromEntries(names.map((name, index) => [name, items[index] ?? {}])));

/** Documents that look like OpenAPI and may break it anywhere: circles, references into parts, values of any type in any place. */
export const arbitraryDocument: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      openapi: values("3.0.3", "3.1.0", "3.1.1", "2.0"),
      paths: broken(paths),
      components: broken(
        sparse(
          {
            schemas: broken(mapOf(schema)),
            parameters: broken(mapOf(parameter)),
            responses: broken(mapOf(response)),
            requestBodies: broken(mapOf(requestBody)),
          },
          9,
        ),
      ),
      servers: broken(fc.array(server, { maxLength: 2 })),
      webhooks: broken(mapOf(pathItem)),
    },
    { requiredKeys: ["openapi", "paths", "components"], noNullPrototype: true },
  )
  .map((document): JsonObject => ({ ...document }));

function values(...choices: readonly Json[]): fc.Arbitrary<Json> {
  return fc.constantFrom(...choices);
}

/** Now and then something else altogether. */
function broken(arbitrary: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 19, arbitrary }, { weight: 1, arbitrary: garbage });
}

/** Some of the keys: each is there `often` times in ten. */
function sparse(model: Readonly<Record<string, fc.Arbitrary<Json>>>, often = 3): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(model).map(([key, value]) =>
    fc.oneof(
      { weight: 10 - often, arbitrary: fc.constant([]) },
      { weight: often, arbitrary: value.map((own) => [[key, own] as const]) },
    ),
  );
  return fc.tuple(...entries).map((chosen): JsonObject => Object.fromEntries(chosen.flat()));
}

function mapOf(arbitrary: fc.Arbitrary<Json>, names: readonly string[] = NAMES): fc.Arbitrary<JsonObject> {
  const entry = fc.tuple(fc.constantFrom(...names), arbitrary);
  return fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries): JsonObject => Object.fromEntries(entries));
}

function reference(): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(fc.constantFrom(...REFERENCES), fc.boolean(), plainKeywords)
    .map(([$ref, isAlone, rest]) => (isAlone ? { $ref } : { ...rest, $ref }));
}

/** With a few keywords around it. */
function beside(arbitrary: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(arbitrary, plainKeywords, fc.boolean())
    .map(([own, rest, isAlone]) => (isAlone ? own : { ...rest, ...own }));
}

function orReference(section: string, arbitrary: fc.Arbitrary<JsonObject>): fc.Arbitrary<Json> {
  const target = fc
    .constantFrom("A", "B", "Gone")
    .map((name): JsonObject => ({ $ref: `#/components/${section}/${name}` }));
  return broken(fc.oneof(arbitrary, target));
}
