import type { JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { checkRequest } from "../check/check-request.ts";
import { readDocument } from "./read-document.ts";

const KIND = {
  type: ["string", "null"],
  "x-extensible-enum": ["CITY", "CARGO"],
  "x-closed-in-requests": true,
};
const COLOUR = { type: "string", "x-extensible-enum": ["RED"] };
const BIKE = {
  type: "object",
  properties: {
    kind: { $ref: "#/components/schemas/Kind" },
    colour: COLOUR,
    twin: { $ref: "#/components/schemas/Bike" },
  },
};
const content = { "application/json": { schema: { $ref: "#/components/schemas/Bike" } } };
const kindParameter = { name: "kind", in: "query", schema: { $ref: "#/components/schemas/Kind" } };

const DOCUMENT: JsonObject = {
  openapi: "3.1.0",
  paths: {
    "/bikes": {
      parameters: [{ $ref: "#/components/parameters/Kind" }],
      get: { operationId: "list", responses: { "204": { description: "" } } },
      post: {
        operationId: "create",
        parameters: [{ name: "paint", in: "query", schema: { type: "array", items: KIND } }],
        requestBody: { content },
        responses: { "200": { description: "", content } },
      },
    },
  },
  components: { schemas: { Kind: KIND, Bike: BIKE }, parameters: { Kind: kindParameter } },
};
const API = {
  version: "v1.0",
  baseUrl: "https://bikes.example/v1.0",
  operations: {
    "bikes.list": { method: "GET", path: "/bikes" },
    "bikes.create": { method: "POST", path: "/bikes" },
  },
};
const document = readDocument(API, DOCUMENT);

function problemsOf(method: string, search: string, json?: JsonObject): string[] {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const body = json === undefined ? {} : { body: { json } };
  const request = { method, url: `${API.baseUrl}/bikes${search}`, headers, ...body };
  return checkRequest(document, request).map(({ at }) => at);
}

describe("an open enum that is closed in requests", () => {
  test.each([
    ["a shared parameter", "GET", "?kind=TANDEM", undefined, "query.kind"],
    ["the items of a parameter", "POST", "?paint=TANDEM", {}, "query.paint"],
    ["a body", "POST", "", { kind: "TANDEM" }, "body /kind"],
    ["a body that contains itself", "POST", "", { twin: { kind: "TANDEM" } }, "body /twin/kind"],
  ])("refuses an unknown value in %s", (_where, method, search, json, at) => {
    expect(problemsOf(method, search, json)).toEqual([at]);
  });

  test("accepts its known values and null", () => {
    expect(problemsOf("GET", "?kind=CARGO")).toEqual([]);
    expect(problemsOf("POST", "", { kind: null, twin: { kind: "CITY" } })).toEqual([]);
  });

  test("accepts an unknown value in a response", () => {
    const schema = document.operations
      .get("bikes.create")
      ?.responses.get("200")
      ?.content.get("application/json")?.schema;

    expect(document.validate(schema ?? false, { kind: "TANDEM" })).toEqual([]);
  });
});

test("an open enum without the mark stays open in requests", () => {
  expect(problemsOf("POST", "", { colour: "BLUE" })).toEqual([]);
});

test("the published document is not changed", () => {
  const before = structuredClone(DOCUMENT);

  readDocument(API, DOCUMENT);

  expect(DOCUMENT).toEqual(before);
});
