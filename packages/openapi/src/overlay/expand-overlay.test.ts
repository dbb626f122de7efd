import { describe, expect, test } from "vitest";
import { asObject, type Json, type JsonObject } from "../document/json.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { expandOverlay } from "./expand-overlay.ts";
import { parseOverlay } from "./parse-overlay.ts";

const JSON_BODY = { "application/json": { schema: {} } };

const DOCUMENT: JsonObject = {
  paths: {
    "/v2/company/{id}/": {
      parameters: [{ name: "id", in: "path" }],
      get: {
        parameters: [{ $ref: "#/components/parameters/Page" }],
        responses: { "200": { content: JSON_BODY }, "404": { $ref: "#/components/responses/Lost" } },
      },
      patch: { requestBody: { content: JSON_BODY }, responses: { "404": { $ref: "#/components/responses/Lost" } } },
    },
    "/site/company/{x}": { get: { parameters: [{ name: "x", in: "path" }], responses: { "201": {}, default: {} } } },
  },
  webhooks: { "company.created": { post: { requestBody: { $ref: "#/components/requestBodies/Created" } } } },
  components: {
    parameters: { Page: { name: "page", in: "query" } },
    responses: { Lost: { content: { "application/json; charset=utf-8": {} } } },
    requestBodies: { Created: { content: JSON_BODY } },
  },
};

function overlayWith(...actions: Json[]): JsonObject {
  return { overlay: "1.0.0", info: { title: "Test", version: "1" }, actions };
}

function targetsOf(action: JsonObject): Json[] {
  const { overlay } = expandOverlay(overlayWith({ ...action, update: { seen: true } }), DOCUMENT);
  const actions = overlay["actions"];
  return (Array.isArray(actions) ? actions : []).map((expanded) => asObject(expanded, "action")["target"] ?? "");
}

const COMPANY = "$['paths']['/v2/company/{id}/']";

describe("a short form finds", () => {
  test.each<[string, JsonObject, string[]]>([
    ["an operation by its key", { "x-operation": "GET /company/{company_id}" }, [`${COMPANY}['get']`]],
    [
      "several operations",
      { "x-operation": ["PATCH /company/{}", "GET /site/company/{}"] },
      [`${COMPANY}['patch']`, "$['paths']['/site/company/{x}']['get']"],
    ],
    [
      "a response, at the target of its reference",
      { "x-operation": "PATCH /company/{}", "x-answer": 404 },
      ["$['components']['responses']['Lost']"],
    ],
    [
      "a shared response of all operations once, and a media type in spite of its parameters",
      { "x-operation": "*", "x-answer": "4XX", "x-media": "application/json" },
      ["$['components']['responses']['Lost']['content']['application/json; charset=utf-8']"],
    ],
    [
      "the responses of a class",
      { "x-operation": "*", "x-answer": "2XX" },
      [`${COMPANY}['get']['responses']['200']`, "$['paths']['/site/company/{x}']['get']['responses']['201']"],
    ],
    [
      "the default response",
      { "x-operation": "GET /site/company/{}", "x-answer": "default" },
      ["$['paths']['/site/company/{x}']['get']['responses']['default']"],
    ],
    [
      "a place in a body",
      { "x-operation": "PATCH /company/{}", "x-body": true, "x-media": "application/json", "x-at": ".schema" },
      [`${COMPANY}['patch']['requestBody']['content']['application/json'].schema`],
    ],
    [
      "a parameter by its name",
      { "x-operation": "*", "x-parameter": "page" },
      ["$['components']['parameters']['Page']"],
    ],
    [
      "path parameters by the segment before them, by any name",
      { "x-operation": "*", "x-parameter": { after: "company" } },
      [`${COMPANY}['parameters'][0]`, "$['paths']['/site/company/{x}']['get']['parameters'][0]"],
    ],
    [
      "the payload of a webhook",
      { "x-webhook": "company.created", "x-body": true },
      ["$['components']['requestBodies']['Created']"],
    ],
  ])("%s", (_, action, targets) => {
    expect(targetsOf(action)).toEqual(targets);
  });
});

test("the result is Overlay 1.0: it parses, applies, and knows which action each target comes from", () => {
  const value = overlayWith(
    { target: "$", update: { x: 1 } },
    { "x-operation": "*", "x-answer": "2XX", "x-optional": true, update: { "x-seen": true } },
  );

  const { overlay, sources, absent } = expandOverlay(value, DOCUMENT);

  expect([sources, absent]).toEqual([[0, 1, 1], []]);
  expect(JSON.stringify(applyOverlay(DOCUMENT, parseOverlay(overlay))).match(/"x-seen":true/g)).toHaveLength(2);
});

test.each<[JsonObject, object]>([
  [{ "x-operation": "GET /companies/{}" }, { what: "operation", nearest: "GET /company/{}" }],
  [
    { "x-operation": "GET /company/{}", "x-answer": "201" },
    { what: "part", nearest: "200, 404" },
  ],
  [
    { "x-operation": "PATCH /company/{}", "x-body": true, "x-media": "text/csv" },
    { what: "part", nearest: "application/json" },
  ],
  [
    { "x-webhook": "company.create", "x-body": true },
    { what: "operation", nearest: "company.created" },
  ],
])("%j has no place, and the nearest candidate is named", (action, expected) => {
  const { overlay, absent } = expandOverlay(overlayWith({ ...action, update: {} }), DOCUMENT);

  expect(overlay["actions"]).toEqual([]);
  expect(absent).toEqual([{ index: 0, place: expect.any(String), ...expected }]);
});

test.each<[JsonObject, string]>([
  [{ "x-answer": 200 }, "x-answer needs x-operation or x-webhook beside it"],
  [{ "x-operation": "*", target: "$" }, "target and x-operation exclude each other; remove one"],
  [{ "x-operation": "*", "x-answer": 200, "x-body": true }, "x-body and x-operation exclude each other; remove one"],
  [{ "x-operation": "thing_list" }, 'x-operation must be a method and a path such as GET /company/{}, or "*"'],
  [{ "x-operation": "*", "x-answer": "ok" }, "x-answer must be a status such as 200, 2XX or default"],
  [{ "x-operation": "*", "x-parameter": { name: 1 } }, "x-parameter must be a name, "],
  [{ "x-operation": "*", "x-at": "schema" }, "x-at must begin with a dot or a bracket, such as .schema"],
  [{ "x-operation": [] }, "x-operation must be a string or a list of strings"],
])("%j is refused", (action, message) => {
  expect(() => expandOverlay(overlayWith({ ...action, update: {} }), DOCUMENT, "10.yaml")).toThrow(
    `10.yaml: actions[0]: ${message}`,
  );
});
