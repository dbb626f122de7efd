import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { applyOverlay, expandOverlay, parseOverlay } from "@nectar-sdk/openapi/overlay";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { collectExampleSets } from "../examples/collect-examples.ts";
import { validateExamples } from "../examples/validate-examples.ts";
import { generateOverlay } from "./generate-overlay.ts";

const THING: JsonObject = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string", format: "uuid" }, name: { type: ["string", "null"] } },
};

const THING_ANSWER = { "x-operation": "GET /thing", "x-answer": 200, "x-media": "application/json" };

const reference = { $ref: "#/components/schemas/Thing" };

function documentWith(get: JsonObject, components: JsonObject = {}): JsonObject {
  return smallDocument(
    { "/thing": { get: { operationId: "thing_read", ...get } } },
    { schemas: { Thing: THING }, ...components },
  );
}

function actionsOf(text: string | undefined): readonly JsonObject[] {
  return parse(text ?? "actions: []").actions;
}

test("a response without an example gets one from its schema, marked as generated, and the same each time", () => {
  const document = documentWith(answering(reference));

  const { text, filled } = generateOverlay(document, "v1.1");

  expect(filled).toEqual(["$['paths']['/thing']['get']['responses']['200']['content']['application/json']"]);
  expect(actionsOf(text)).toEqual([
    {
      ...THING_ANSWER,
      update: {
        examples: { generated: { "x-generated": true, value: { id: expect.any(String), name: expect.any(String) } } },
      },
    },
  ]);
  expect(parse(text ?? "")["x-applies-to"]).toEqual(["v1.1"]);
  expect(generateOverlay(document, "v1.1").text).toBe(text);
});

test("a list gets three consistent pages", () => {
  const properties = {
    ...{ totalThings: { type: "integer" }, totalPages: { type: "integer" }, currentPage: { type: "integer" } },
    ...{ hasNext: { type: "boolean" }, things: { type: "array", items: reference } },
  };
  const page = { type: "object", required: Object.keys(properties), properties };

  const { text } = generateOverlay(documentWith(answering(page)), "v1.1");

  const [action] = actionsOf(text);
  const { page1, page2, page3 } = Object(action?.["update"]).examples;
  expect([page1, page2, page3].map(({ value }) => [value.currentPage, value.hasNext, value.things.length])).toEqual([
    [1, true, 1],
    [2, true, 1],
    [3, false, 1],
  ]);
});

test("an example that the version does not allow is adapted, and a valid one is kept", () => {
  const id = "6f086a4d-9c20-4b2e-a39f-5dcccb0b955a";
  const examples = { fits: { value: { id } }, more: { value: { id, gone: 1 } }, wrong: { value: { id: 7 } } };
  const response = {
    "200": { description: "Done.", content: { "application/json": { schema: reference, examples } } },
  };
  const at = (below: string): JsonObject => ({ ...THING_ANSWER, "x-at": `['examples']${below}` });

  const { text } = generateOverlay(documentWith({ responses: response }), "v1.1");

  expect(actionsOf(text)).toEqual([
    { ...at("['more']['value']['gone']"), remove: true },
    { ...at("['wrong']"), update: { "x-generated": ["/id"] } },
    { ...at("['wrong']['value']"), update: { id: expect.any(String) } },
  ]);
});

test("nothing is written if every example exists and is valid", () => {
  const responses = { "204": { description: "Done." } };

  expect(generateOverlay(documentWith({ responses }), "v1.1")).toMatchObject({
    text: undefined,
    filled: [],
    dropped: [],
  });
});

test("places are named by operation and event, also those of shared parts, and the overlay means the same", () => {
  const parameter = { name: "thing_id", in: "path", required: true, schema: { type: "string" } };
  const { responses = {} } = answering(reference);
  const shared = { description: "Done.", content: { "application/json": { schema: reference } } };
  const document = smallDocument(
    {
      "/thing/{thing_id}": {
        get: { operationId: "thing_read", parameters: [{ $ref: "#/components/parameters/ThingId" }], responses },
        delete: { operationId: "thing_remove", responses: { "200": { $ref: "#/components/responses/Gone" } } },
      },
    },
    { schemas: { Thing: THING }, parameters: { ThingId: parameter }, responses: { Gone: shared } },
  );
  const event = { requestBody: { content: { "application/json": { schema: reference } } }, responses: {} };
  const withEvent = {
    ...document,
    webhooks: { "thing.created": { post: { operationId: "thing_created", ...event } } },
  };

  const overlay = generateOverlay(withEvent, "v1.1");

  const places = actionsOf(overlay.text).map(({ update: _, ...place }) => place);
  expect(places).toHaveLength(4);
  expect(places).toEqual(
    expect.arrayContaining([
      { "x-operation": "GET /thing/{}", "x-parameter": { after: "thing" } },
      { ...THING_ANSWER, "x-operation": "GET /thing/{}" },
      { ...THING_ANSWER, "x-operation": "DELETE /thing/{}" },
      { "x-webhook": "thing.created", "x-body": true, "x-media": "application/json" },
    ]),
  );
  const expanded = expandOverlay(asObject(parse(overlay.text ?? ""), "overlay"), withEvent).overlay;
  expect(applyOverlay(withEvent, parseOverlay(expanded))).toEqual(overlay.document);
});

test("an example of a path parameter that its schema refuses is replaced", () => {
  const parameter = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
  const withExample = (example: string) =>
    documentWith({ parameters: [{ ...parameter, example }], responses: { "204": { description: "" } } });

  const [action] = actionsOf(generateOverlay(withExample("7c9e6a51"), "v1.1").text);

  expect(action?.["update"]).toEqual({
    "x-generated": true,
    example: expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
  });
  expect(generateOverlay(withExample("00000000-0000-4000-8000-000000000000"), "v1.1").text).toBeUndefined();
});

test("each kind of a union gets an example", () => {
  const kindOf = (kind: string): JsonObject => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", enum: [kind] } },
  });
  const schemas = { Kite: kindOf("kite"), Boat: kindOf("boat") };
  const union = { oneOf: Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` })) };

  const [action] = actionsOf(generateOverlay(documentWith(answering(union), { schemas }), "v1.1").text);

  expect(Object(action?.["update"]).examples).toEqual({
    generated: { "x-generated": true, value: { kind: "kite" } },
    generated2: { "x-generated": true, value: { kind: "boat" } },
  });
});

const NEVER: JsonObject = { type: "string", pattern: "^x(?=y)z$" };
const REASON = { "x-no-example": "no value was found that the schema accepts" };

test("a body and a parameter that no value fits have a reason instead of an example", () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: NEVER }];
  const document = documentWith({
    parameters,
    ...answering({ type: "object", required: ["a"], properties: { a: NEVER } }),
  });

  const { text, filled, document: completed } = generateOverlay(document, "v1.1");

  expect(actionsOf(text).map(({ update }) => update)).toEqual([REASON, REASON]);
  expect(filled).toEqual([]);
  expect(validateExamples(completed)).toEqual([]);
  expect(generateOverlay(completed, "v1.1").text).toBeUndefined();
});

test("an example that does not fit and cannot be fitted is removed", () => {
  const content = { "application/json": { schema: NEVER, examples: { one: { value: "abc" } } } };

  const { text } = generateOverlay(documentWith({ responses: { "200": { description: "", content } } }), "v1.1");

  expect(actionsOf(text)).toEqual([
    { ...THING_ANSWER, "x-at": "['examples']", remove: true },
    { ...THING_ANSWER, update: REASON },
  ]);
});

test("undeclared properties with odd names are removed where they are", () => {
  const value = { id: "6f086a4d-9c20-4b2e-a39f-5dcccb0b955a", "a/b": 1, "a~b": 2, "x-y z": 3, "0": 4, $ref: 5 };
  const content = { "application/json": { schema: reference, examples: { one: { value } } } };

  const { document } = generateOverlay(documentWith({ responses: { "200": { description: "", content } } }), "v1.1");

  expect(collectExampleSets(document).flatMap(({ examples }) => examples.map((example) => example.value))).toEqual([
    { id: value.id },
  ]);
});

/** Schemas with and without values, nested in one another. */
const schemas: fc.Arbitrary<JsonObject> = fc.letrec<{ readonly schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<JsonObject>(
      NEVER,
      { type: "string", pattern: "^[A-Z]{3}\\d$" },
      { type: "string", minLength: 5, maxLength: 2 },
      { type: "integer", exclusiveMinimum: 1, multipleOf: 3 },
      { not: {} },
      { not: { type: "string" } },
      { enum: ["a", null] },
      reference,
    ),
    fc
      .tuple(
        fc.dictionary(fc.constantFrom("id", "x-y z", "a/b", "constructor", "$ref", ""), tie("schema"), { maxKeys: 3 }),
        fc.boolean(),
      )
      .map(([properties, isRequired]) => ({
        type: "object",
        properties: Object.fromEntries(Object.entries(properties)),
        required: isRequired ? Object.keys(properties) : [],
      })),
    tie("schema").map((items) => ({ type: "array", minItems: 1, items })),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((oneOf) => ({ oneOf })),
    fc.tuple(tie("schema"), tie("schema")).map((allOf) => ({ allOf })),
  ),
})).schema;

test("a place has a valid example or a reason for having none, for any schema", () => {
  fc.assert(
    fc.property(schemas, fc.option(fc.jsonValue()), (schema, example) => {
      const content = {
        schema,
        ...(example !== null && { examples: { one: { value: JSON.parse(JSON.stringify(example)) } } }),
      };
      const responses = { "200": { description: "", content: { "application/json": content } } };

      const { document } = generateOverlay(documentWith({ responses }), "v1.1");

      expect(validateExamples(document)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
