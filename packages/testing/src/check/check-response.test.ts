import { findResponse, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { listSchemaParts } from "@nectar-sdk/openapi/schema";
import { describe, expect, test } from "vitest";
import { BIKE_HIRES, readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { checkResponse } from "./check-response.ts";
import type { CheckedResponse } from "./exchange.ts";
import type { Violation, ViolationCode } from "./violation.ts";

const JSON_TYPE = { "content-type": "application/json" };
const listCodes = (violations: readonly Violation[]): string[] => violations.map(({ code }) => code);

interface ExampleResponse {
  readonly operation: Operation;
  readonly schema: Json;
  readonly response: CheckedResponse & { readonly body: { readonly json: Json } };
}

function listResponses(document: ApiDocument): ExampleResponse[] {
  return [...document.operations.values()].flatMap((operation) =>
    [...operation.responses].flatMap(([status, { content }]) =>
      [...content].flatMap(([type, { schema, examples }]) =>
        [...examples.values()].map((json) => {
          const response = {
            status: Number(status),
            headers: { "content-type": `${type}; charset=utf-8` },
            body: { json },
          };
          return { operation, schema, response };
        }),
      ),
    ),
  );
}

describe.each(BIKE_HIRES)("responses of $version", (document) => {
  const responses = listResponses(document);

  test("created from the examples have no violations", () => {
    expect(responses).not.toEqual([]);
    expect(responses.flatMap(({ operation, response }) => checkResponse(document, operation, response))).toEqual([]);
  });

  test("have exactly the expected violation for each mutation", () => {
    const wrong = responses.flatMap(({ operation, schema, response }) => {
      const { body: _, ...empty } = response;
      const cases: [ViolationCode, CheckedResponse][] = [
        ["undeclared-status", { ...response, status: 418 }],
        ["undeclared-response-type", { ...response, headers: {} }],
        ["undeclared-response-type", { ...response, headers: { "content-type": "text/html" } }],
        ["missing-response-body", empty],
        ["malformed-response-body", { ...response, body: { text: "<html>" } }],
        ["unchecked-response-body", { ...response, body: { omitted: "it was interrupted" } }],
        ["invalid-response-body", { ...response, body: { json: 7 } }],
        ["mock-violation", { ...response, headers: { ...response.headers, "sl-violations": "[]" } }],
        ...breakValue(document, schema, response.body.json).map(([code, json]): [ViolationCode, CheckedResponse] => [
          code,
          { ...response, body: { json } },
        ]),
      ];
      return cases.flatMap(([code, broken]) => {
        const found = listCodes(checkResponse(document, operation, broken));
        return found.length === 1 && found[0] === code ? [] : [{ operation: operation.id, code, found, broken }];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("without a declared body must not have one", () => {
    const destroy = [...document.operations.values()].filter(({ responses: declared }) => declared.has("204"));
    expect(destroy.map(({ name }) => name)).toEqual(["stations.delete"]);
    for (const operation of destroy) {
      expect(checkResponse(document, operation, { status: 204, headers: {} })).toEqual([]);
      const broken = { status: 204, headers: JSON_TYPE, body: { json: {} } };
      expect(listCodes(checkResponse(document, operation, broken))).toEqual(["unexpected-response-body"]);
    }
  });
});

/** The value without a required property, and with an undeclared one. */
function breakValue(document: ApiDocument, schema: Json, value: Json): [ViolationCode, Json][] {
  const parts = listSchemaParts(document.json, schema);
  if (!isObject(value) || parts.some((part) => part["additionalProperties"] === true)) return [];
  const required = parts.flatMap((part) => (isArray(part["required"]) ? part["required"] : []));
  return [
    ["unknown-response-property", { ...value, nothing: 1 }],
    ...required.map((name): [ViolationCode, Json] => {
      const { [String(name)]: _, ...rest } = value;
      return ["invalid-response-body", rest];
    }),
  ];
}

const document = readBikeHire("v0.2");
const operation = document.operations.get("bikes.listByStation");

test("an undeclared property is one note for a whole list", () => {
  if (operation === undefined) throw new Error("bike_station_retrieve is gone");
  const [page] = operation.responses.get("200")?.content.get("application/json")?.examples.values() ?? [];
  const bike = { id: "5a1e3d60-7c1b-4f0e-9d52-3f1f3c0c8a01", state: "FREE", floors: 3 };
  const json = isObject(page) ? { ...page, bikes: [bike, bike] } : null;
  expect(checkResponse(document, operation, { status: 200, headers: JSON_TYPE, body: { json } })).toEqual([
    {
      code: "unknown-response-property",
      side: "response",
      operation: "bikes.listByStation",
      at: "body /bikes/*/floors",
      message: "v0.2 does not declare /bikes/*/floors",
      severity: "note",
    },
  ]);
});

test("the message contains the reason of a mock server", () => {
  if (operation === undefined) throw new Error("bike_station_retrieve is gone");
  const json = { title: "Invalid request", validation: [{ message: "Request query parameter page must be integer" }] };
  const headers = { "content-type": "application/problem+json" };
  expect(checkResponse(document, operation, { status: 422, headers, body: { json } })[0]?.message).toBe(
    "bikes.listByStation declares 200, 400, 401, 404, not 422: Request query parameter page must be integer",
  );
  const found = { location: ["response", "body"], severity: "Error", message: "must have id" };
  const page = { bikes: [], totalBikes: 0, currentPage: 1, hasNext: false };
  const violations = { ...JSON_TYPE, "sl-violations": JSON.stringify([found, found]) };
  expect(checkResponse(document, operation, { status: 200, headers: violations, body: { json: page } })).toMatchObject([
    { code: "mock-violation", message: "Prism reports: response.body: must have id" },
  ]);
});

test("a status class and default declare statuses without their own entry", () => {
  if (operation === undefined) throw new Error("bike_station_retrieve is gone");
  const [own, any, other] = ["own", "any", "other"].map((description) => ({
    description,
    content: new Map(),
    headers: new Map(),
  }));
  if (own === undefined || any === undefined || other === undefined) throw new Error("three responses are expected");
  const operationWithDefaults = {
    ...operation,
    responses: new Map([
      ["404", own],
      ["4XX", any],
      ["default", other],
    ]),
  };
  expect([404, 418, 500].map((status) => findResponse(operationWithDefaults, status)?.description)).toEqual([
    "own",
    "any",
    "other",
  ]);
});
