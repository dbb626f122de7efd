import { type JsonObject, objectIn } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { createBikeHire } from "../../test/support/bike-hire/document.ts";
import { BIKE_HIRES, bikeHireVersion, readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import { example, listMutations } from "../../test/support/mutations.ts";
import { readDocument } from "../document/read-document.ts";
import { checkRequest } from "./check-request.ts";
import type { CheckedRequest } from "./exchange.ts";

const codes = (...args: Parameters<typeof checkRequest>): string[] => checkRequest(...args).map(({ code }) => code);

describe.each(BIKE_HIRES)("requests of $version", (document) => {
  const operations = [...document.operations.values()];

  test("created from the examples have no violations in any accepted media type", () => {
    const requests = operations.flatMap((operation) => example.everyBody(document, operation));
    expect(requests.length).toBeGreaterThan(operations.length);
    expect(requests.flatMap((request) => checkRequest(document, request))).toEqual([]);
  });

  test("have exactly the expected violation for each mutation", () => {
    const cases = operations.flatMap((operation) => listMutations(document, operation));
    const wrong = cases.flatMap(({ what, request, code }) => {
      const found = codes(document, request);
      return found.length === 1 && found[0] === code ? [] : [{ what, code, found, request }];
    });
    expect(wrong).toEqual([]);
    const expected = new Set(cases.map(({ code }) => code));
    expect([...expected].toSorted()).toEqual([
      "api-key-in-url",
      "bad-path-segment",
      "empty-parameter",
      "invalid-body",
      "invalid-parameter",
      "malformed-body",
      "missing-accept",
      "missing-api-key",
      "missing-body",
      "missing-content-type",
      "repeated-parameter",
      "unexpected-body",
      "unknown-body-property",
      "unknown-path",
      "unknown-query-parameter",
      "wrong-array-style",
      "wrong-base-path",
      "wrong-content-type",
      "wrong-method",
    ]);
    expect(cases).not.toEqual([]);
  });
});

describe("a slash at the end of a path", () => {
  const withSlashes = (json: JsonObject): JsonObject => ({
    ...json,
    paths: Object.fromEntries(Object.entries(objectIn(json, "paths")).map(([path, item]) => [`${path}/`, item])),
  });
  const { operations, ...facts } = bikeHireVersion("v0.2");
  const slashed = Object.entries(operations).map(([name, { path, ...rest }]) => [name, { ...rest, path: `${path}/` }]);
  const document = readDocument(
    { ...facts, operations: Object.fromEntries(slashed) },
    withSlashes(createBikeHire("v0.2")),
  );
  const list = example.request(document, "bikes.listByStation");

  test("is expected where the document has it", () => {
    expect(list.url).toMatch(/\/$/);
    expect(codes(document, list)).toEqual([]);
    expect(codes(document, { ...list, url: list.url.slice(0, -1) })).toEqual(["unknown-path"]);
    expect(codes(document, { ...list, url: `${list.url}/` })).toEqual(["bad-path-segment"]);
  });
});

describe("a message suggests", () => {
  const document = readBikeHire("v0.2");
  const list = example.request(document, "bikes.listByStation");
  const message = (change: Partial<CheckedRequest>, request = list): string | undefined =>
    checkRequest(document, { ...request, ...change })[0]?.message;

  test("the closest parameter", () => {
    expect(message({ url: `${list.url}?State=FREE` })).toBe(
      'State is not a query parameter of bikes.listByStation: did you mean "state"?',
    );
  });

  test("the right way to send a list", () => {
    expect(message({ url: `${list.url}?state=FREE,HIRED` })).toBe(
      "state is sent as one comma-separated value: repeat it instead, state=FREE&state=HIRED",
    );
    expect(message({ url: `${list.url}?state[]=FREE` })).toBe("state[] is unknown: repeat state for each value");
  });

  test("the closest path", () => {
    expect(message({ url: "https://nectar.example/v0.2/bikes/station/5de41ce2" })).toBe(
      "v0.2 has no path /bikes/station/5de41ce2: did you mean /bike/station/{station_id}?",
    );
  });

  test("the base path, also for a request to another version", () => {
    expect(message({ url: "https://nectar.example/v0.1/ping" })).toBe(
      "the path starts with /v0.1, but v0.2 is served at /v0.2: end the base URL with /v0.2",
    );
    expect(message({ url: "/ping" })).toBe(
      "the path starts without a version, but v0.2 is served at /v0.2: end the base URL with /v0.2",
    );
  });

  test("only the base path when the rest is unknown too", () => {
    expect(codes(document, { ...list, url: "/v1/nothing" })).toEqual(["wrong-base-path"]);
    expect(codes(document, { ...list, url: "/v1/station?pages=1" })).toEqual([
      "wrong-base-path",
      "unknown-query-parameter",
    ]);
  });

  test("the closest property", () => {
    const create = example.request(document, "stations.create");
    expect(message({ body: { json: { name: "Wharf", kind: "DOCK", slot: 7 } } }, create)).toBe(
      'slot is not a property of this body: did you mean "slots"?',
    );
  });

  test("upper case for a method that fetch does not convert", () => {
    const update = example.request(document, "stations.update");
    expect(message({ method: "patch" }, update)).toContain(
      "takes GET, DELETE, PATCH, not patch: write the method in upper case",
    );
    expect(codes(document, { ...list, method: "get" })).toEqual([]);
  });
});

describe("features that the document does not use", () => {
  const document = readDocument(
    {
      version: "v9.9",
      baseUrl: "https://nectar.example/v9.9",
      operations: { "things.create": { method: "POST", path: "/thing" } },
    },
    {
      paths: {
        "/thing": {
          post: {
            operationId: "things",
            parameters: [
              { name: "limit", in: "query", required: true, schema: { type: "integer" } },
              { name: "ids", in: "query", explode: false, schema: { type: "array", items: { type: "integer" } } },
              { name: "words", in: "query", explode: false, schema: { type: "array", items: { maxLength: 3 } } },
              { name: "X-Tenant", in: "header", required: true, schema: { type: "string", minLength: 2 } },
            ],
            requestBody: {
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: {
                      id: { type: "integer", readOnly: true },
                      kind: { type: "string", "x-extensible-enum": ["A"] },
                    },
                  },
                },
              },
            },
            responses: { 204: { description: "" } },
          },
        },
      },
    },
  );
  const request: CheckedRequest = {
    method: "POST",
    url: "https://nectar.example/v9.9/thing?limit=3&ids=1,2",
    headers: { "x-tenant": "ab", "content-type": "application/json" },
    body: { json: { kind: "Z" } },
  };

  test("an extensible enum accepts other values", () => {
    expect(checkRequest(document, request)).toEqual([]);
  });

  test("an escaped comma is part of an item of free text", () => {
    const messages = (words: string): string[] =>
      checkRequest(document, { ...request, url: `${request.url}&words=${words}` }).map(({ message }) => message);

    expect(messages("a%2Cb,c+d")).toEqual([]);
    expect(messages("a%2Cbc,d")).toEqual(['words must NOT have more than 3 characters; got "a,bc"']);
  });

  test.each<[string, Partial<CheckedRequest>, string]>([
    ["a read-only property", { body: { json: { id: 7 } } }, "read-only-body-property"],
    ["a required query parameter left out", { url: "/v9.9/thing" }, "missing-parameter"],
    ["a required header left out", { headers: { "content-type": "application/json" } }, "missing-parameter"],
    ["a header that breaks its schema", { headers: { ...request.headers, "x-tenant": "a" } }, "invalid-parameter"],
    ["a list with commas that is repeated", { url: "/v9.9/thing?limit=3&ids=1&ids=2" }, "wrong-array-style"],
    ["a list with escaped commas", { url: "/v9.9/thing?limit=3&ids=1%2C2" }, "wrong-array-style"],
    ["a body too large to be looked at", { body: { omitted: "it is larger than 8 MB" } }, "unchecked-body"],
  ])("%s", (_, change, code) => {
    expect(codes(document, { ...request, ...change })).toEqual([code]);
  });
});

describe("a path parameter that is a list", () => {
  const list = (name: string, items: JsonObject): JsonObject => ({
    ...{ name, in: "path", required: true },
    schema: { type: "array", maxItems: 2, items },
  });
  const parameters = [list("words", { type: "string", maxLength: 3 }), list("ids", { type: "integer" })];
  const document = readDocument(
    {
      version: "v9.9",
      baseUrl: "https://nectar.example/v9.9",
      operations: { "things.list": { method: "GET", path: "/thing/{words}/id/{ids}" } },
    },
    { paths: { "/thing/{words}/id/{ids}": { get: { operationId: "things", parameters, responses: {} } } } },
  );
  const messages = (words: string, ids: string): string[] =>
    checkRequest(document, { method: "GET", url: `/v9.9/thing/${words}/id/${ids}`, headers: {} }).map(
      ({ message }) => message,
    );

  test("has an escaped comma as part of an item of free text", () => {
    expect(messages("a%2Cb,c+d", "1,2")).toEqual([]);
    expect(messages("a%2Cbc,d", "1,2")).toEqual(['words must NOT have more than 3 characters; got "a,bc"']);
    expect(messages("a,b,c", "1,2")).toEqual(["words must NOT have more than 2 items"]);
  });

  test("has plain commas between items that contain none", () => {
    expect(messages("a", "1%2C2")).toEqual(["ids has %2C between its items: send plain commas, 1,2"]);
  });
});

describe("a form is checked as an object", () => {
  const form = (schema: JsonObject): JsonObject => ({ content: { "application/x-www-form-urlencoded": { schema } } });
  const users = { type: "array", items: { type: "string", format: "email" } };
  const fields = { type: "object", properties: { users, isOpen: { type: "boolean" } } };
  const document = readDocument(
    {
      version: "v9.9",
      baseUrl: "https://nectar.example/v9.9",
      operations: {
        "fleet.update": { method: "PATCH", path: "/fleet" },
        "fleet.replace": { method: "PUT", path: "/fleet" },
      },
    },
    {
      paths: {
        "/fleet": {
          patch: { operationId: "fleet_update", requestBody: form(fields), responses: {} },
          put: {
            operationId: "fleet_replace",
            requestBody: form({ type: "object", additionalProperties: true }),
            responses: {},
          },
        },
      },
    },
  );
  const update = (id: string, query: string): string[] =>
    codes(document, {
      ...example.request(document, id),
      headers: { accept: "*/*", "x-api-key": "key", "content-type": "application/x-www-form-urlencoded" },
      body: { form: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })) },
    });

  test.each([
    ["one item of a list", "fleet.update", "users=analyst%40example.com", []],
    ["two items of a list", "fleet.update", "users=analyst%40example.com&users=billing%40example.com", []],
    ["an item that breaks its schema", "fleet.update", "users=nobody", ["invalid-body"]],
    ["a boolean", "fleet.update", "isOpen=true", []],
    ["an invalid boolean", "fleet.update", "isOpen=yes", ["invalid-body"]],
    ["a value sent twice", "fleet.update", "isOpen=true&isOpen=false", ["invalid-body"]],
    ["an unknown field", "fleet.update", "open=true", ["unknown-body-property"]],
    ["any field of a free-form body", "fleet.replace", "anything=1", []],
  ])("%s", (_, id, query, expected) => {
    expect(update(id, query)).toEqual(expected);
  });
});

test("a query parameter that controls Prism is not a parameter of the API", () => {
  const document = readBikeHire("v0.2");
  const ping = example.request(document, "ping.retrieve");
  expect(
    codes(document, { ...ping, url: `${ping.url}?__code=404&__example=notFound&__dynamic=true&__seed=1` }),
  ).toEqual([]);
});

test("the base path of a gateway replaces the one of the version", () => {
  const document = readBikeHire("v0.2");
  const ping = example.request(document, "ping.retrieve");
  expect(codes(document, { ...ping, url: "https://gateway.example/energy/ping" }, { basePath: "/energy" })).toEqual([]);
});

test("a key in a URL is found in any encoding, a placeholder is not", () => {
  const document = readBikeHire("v0.2");
  const ping = example.request(document, "ping.retrieve");
  const with_ = (key: string, query: string): string[] =>
    codes(document, { ...ping, url: `${ping.url}?__example=${query}`, headers: { ...ping.headers, "x-api-key": key } });
  expect(with_("secret/key+1", "secret/key+1")).toEqual(["api-key-in-url"]);
  expect(with_("secret/key+1", "secret%2fkey%2b1")).toEqual(["api-key-in-url"]);
  expect(with_("ping", "other")).toEqual([]);
});
