import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { ApiDocument } from "../document/read-document.ts";
import { readDocument } from "../document/read-document.ts";
import type { Interaction } from "../recording/recording.ts";
import { createExampleRequest } from "./create-example-request.ts";
import { findBreakingChanges } from "./find-breaking-changes.ts";

/** Every example of a version as a recorded call. */
function recordExamples(document: ApiDocument): Interaction[] {
  return [...document.operations.values()].flatMap((operation) => {
    const { headers, ...request } = createExampleRequest(document, operation);
    const recorded = { ...request, headers: { ...headers, "x-api-key": "[redacted]" } };
    return [...operation.responses].flatMap(([status, { content }]) =>
      [...content].flatMap(([type, { examples }]) =>
        [...examples.values()].map((json) => ({
          operation: operation.id,
          request: recorded,
          response: { status: Number(status), headers: { "content-type": type }, body: { json } },
          violations: [],
        })),
      ),
    );
  });
}

function listRemovedProperties(from: ApiDocument, to: ApiDocument): string[] {
  const violations = findBreakingChanges(from, to, recordExamples(from)).flatMap(
    (interaction) => interaction.violations,
  );
  expect(violations.filter(({ code }) => code !== "removed-response-property")).toEqual([]);
  return [...new Set(violations.map(({ at }) => at.replace(/^.*\//, "")))].toSorted();
}

describe("between the versions of the API", () => {
  const [first, second, third] = [readBikeHire("v0.1"), readBikeHire("v0.2"), readBikeHire("v0.3")];

  test("removed responses break, additions and renamed path parameters do not", () => {
    expect(listRemovedProperties(first, third)).toEqual(["colour"]);
    expect(listRemovedProperties(second, third)).toEqual([]);
    expect(listRemovedProperties(first, second)).toEqual(["colour"]);
    expect(listRemovedProperties(third, second)).toEqual(["gears"]);
  });

  test("a version does not break against itself", () => {
    for (const document of [first, second, third]) expect(listRemovedProperties(document, document)).toEqual([]);
  });
});

interface DocumentOptions {
  readonly path?: string;
  readonly parameters?: readonly JsonObject[];
  readonly request?: JsonObject;
  readonly status?: string;
  readonly type?: string;
  readonly responseSchema?: JsonObject;
}

/** A document with one operation. */
function createDocument(
  version: string,
  {
    path = "/thing/{id}",
    parameters = [],
    request,
    status = "200",
    type = "application/json",
    responseSchema = {},
  }: DocumentOptions,
): ApiDocument {
  const operation = {
    operationId: "thing",
    parameters: [
      { name: /\{(\w+)\}/.exec(path)?.[1] ?? "id", in: "path", required: true, schema: { type: "string" } },
      ...parameters,
    ],
    ...(request === undefined ? {} : { requestBody: { content: { "application/json": { schema: request } } } }),
    responses: { [status]: { description: "", content: { [type]: { schema: responseSchema } } } },
  };
  const api = {
    version,
    baseUrl: `https://nectar.example/${version}`,
    operations: { "things.update": { method: "POST", path } },
  };
  return readDocument(api, { paths: { [path]: { post: operation } } });
}

describe("a recorded call", () => {
  const closed: JsonObject = { type: "object", properties: { a: { type: "string" } } };
  const from: DocumentOptions = {
    parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
    request: closed,
    responseSchema: closed,
  };
  const recorded = (body: Json = { a: "x" }): Interaction => ({
    operation: "thing",
    request: {
      method: "POST",
      path: "/thing/1?page=2",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: { json: { a: "x" } },
    },
    response: { status: 200, headers: { "content-type": "application/json" }, body: { json: body } },
    violations: [],
  });
  const breaks = (to: DocumentOptions, interaction = recorded()): string[] =>
    findBreakingChanges(createDocument("v1.0", from), createDocument("v1.1", { ...from, ...to }), [
      interaction,
    ]).flatMap(({ violations }) => violations.map(({ code, at, message }) => `${code} ${at}: ${message}`));

  test.each<[string, DocumentOptions, string]>([
    [
      "its path is gone",
      { path: "/things/{id}" },
      "unknown-path path: v1.1 has no path /thing/1: did you mean /things/{id}?",
    ],
    [
      "its parameter is gone",
      { parameters: [] },
      "unknown-query-parameter query.page: page is not a query parameter of things.update, which takes none",
    ],
    [
      "its parameter has another type",
      { parameters: [{ name: "page", in: "query", schema: { type: "boolean" } }] },
      'invalid-parameter query.page: page must be boolean; got "2"',
    ],
    [
      "a parameter is required now",
      { parameters: [...(from.parameters ?? []), { name: "limit", in: "query", required: true, schema: {} }] },
      "missing-parameter query.limit: limit is required: add it to the query",
    ],
    [
      "its property is gone",
      { request: { type: "object", properties: { b: {} } } },
      'unknown-body-property body /a: a is not a property of this body: did you mean "b"?',
    ],
    ["its status is gone", { status: "201" }, "undeclared-status status: v1.1 declares 201, not 200"],
    [
      "its media type is gone",
      { type: "text/csv" },
      "undeclared-response-type header.content-type: v1.1 does not declare responses of type application/json",
    ],
    [
      "a received property is gone",
      { responseSchema: { type: "object", properties: {} } },
      "removed-response-property body /a: v1.1 does not declare /a, which was received",
    ],
    [
      "a received property has another type",
      { responseSchema: { type: "object", properties: { a: { type: ["integer", "null"] } } } },
      "changed-response-property body /a: by v1.1, /a must be integer,null",
    ],
  ])("breaks when %s", (_, to, message) => {
    expect(breaks(to)).toEqual([message]);
  });

  test("does not break when a path parameter is renamed or the response gains properties", () => {
    expect(breaks({ path: "/thing/{thing_id}" })).toEqual([]);
    expect(
      breaks({
        responseSchema: { type: "object", required: ["b", "c"], properties: { a: { type: "string" }, b: {}, c: {} } },
      }),
    ).toEqual([]);
  });

  test("does not break for violations that existed before", () => {
    expect(breaks({}, recorded({ a: 7, z: 1 }))).toEqual([]);
    expect(
      breaks({ responseSchema: { type: "object", properties: { a: { type: "boolean" } } } }, recorded({ a: 7, z: 1 })),
    ).toEqual([]);
  });

  test("without an operation or a response is compared by its request", () => {
    const { response: _, ...unanswered } = recorded();
    expect(breaks({ status: "201" }, unanswered)).toEqual([]);
    const { operation: __, ...lost } = recorded();
    expect(breaks({}, { ...lost, request: { ...lost.request, path: "/nothing" } })).toEqual([]);
  });
});
