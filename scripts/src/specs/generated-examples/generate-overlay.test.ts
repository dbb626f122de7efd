import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { applyOverlay, expandOverlay, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
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
