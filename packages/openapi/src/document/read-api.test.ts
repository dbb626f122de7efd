import { expect, test } from "vitest";
import { METHODS, readApi } from "./read-api.ts";
import { findResponse, selectFailures, selectSuccesses } from "./select-response.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  security: [{ key: [] }],
  tags: [{ name: "sites", description: "Places." }],
  paths: {
    "/site/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }, { name: "page", in: "query" }],
      get: {
        operationId: "site_read",
        tags: ["sites", "other"],
        parameters: [{ name: "page", in: "query", required: true, schema: { type: "integer" }, example: 2 }],
        responses: { "200": { $ref: "#/components/responses/Site" }, "4XX": { description: "refused" } },
      },
      delete: { security: [], requestBody: { $ref: "#/components/requestBodies/Reason" }, responses: { default: {} } },
    },
  },
  webhooks: { "site.created": { post: { requestBody: { content: { "application/json": { schema: true } } } } } },
  components: {
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    requestBodies: { Reason: { required: true, content: { "text/plain": {} } } },
    responses: {
      Site: {
        description: "A site.",
        headers: { ETag: { $ref: "#/components/headers/ETag" } },
        content: { "application/json": { schema: { type: "object" }, examples: { one: { value: { id: "1" } } } } },
      },
    },
    headers: { ETag: { example: "abc" } },
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-API-KEY" } },
  },
};

const [retrieve, remove] = readApi(DOCUMENT).operations;

test("an operation comes with its parameters resolved, its own parameters replacing those of the path", () => {
  expect(retrieve?.parameters).toMatchObject([
    { name: "id", in: "path", required: true, isRepeated: false, node: { $ref: "#/components/parameters/Id" } },
    { name: "page", in: "query", required: true, isRepeated: true, schema: { type: "integer" }, example: 2 },
  ]);
});

test("an operation comes with bodies and responses resolved", () => {
  expect(remove?.body).toMatchObject({ required: true });
  expect([...(remove?.body?.content ?? [])]).toEqual([
    ["text/plain", { schema: true, examples: new Map(), object: {} }],
  ]);
  expect(findResponse({ responses: retrieve?.responses ?? new Map() }, 200)).toMatchObject({
    description: "A site.",
    headers: new Map([["ETag", "abc"]]),
    content: new Map([["application/json", { schema: { type: "object" }, examples: new Map([["one", { id: "1" }]]) }]]),
  });
});

test("an operation comes with its tags and its security, inherited from the document unless it has its own", () => {
  expect(retrieve?.tags).toEqual([
    { name: "sites", description: "Places." },
    { name: "other", description: "" },
  ]);
  expect([retrieve, remove].map((operation) => operation?.isSecured)).toEqual([true, false]);
  expect(readApi(DOCUMENT).securitySchemes["key"]).toMatchObject({ name: "X-API-KEY" });
});

test("labels name operations by id, else by method and path, and webhooks by event", () => {
  const [webhook] = readApi(DOCUMENT).webhooks;

  expect([retrieve, remove, webhook].map((operation) => operation?.label)).toEqual([
    "site_read",
    "DELETE /site/{id}",
    "webhook site.created",
  ]);
});

test("a lone default response is a success; others are sorted by their status", () => {
  if (retrieve === undefined || remove === undefined) throw new Error("the document has two operations");

  expect(selectSuccesses(remove).map(([status]) => status)).toEqual(["default"]);
  expect(selectFailures(retrieve).map(([status]) => status)).toEqual(["4XX"]);
  expect(findResponse(retrieve, 404)?.description).toBe("refused");
});

test("every method of OpenAPI is read, and a document of wrong types has no operation", () => {
  const item = Object.fromEntries(METHODS.map((method) => [method, {}]));

  expect(readApi({ paths: { "/a": item } }).operations.map(({ method }) => method)).toEqual([...METHODS]);
  expect(readApi({ paths: [], webhooks: 1, components: "x" })).toMatchObject({ operations: [], webhooks: [] });
});
