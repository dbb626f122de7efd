import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { validateExamples } from "./validate-examples.ts";

const SITE = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "string", format: "uuid" },
    share: { type: ["string", "null"], format: "decimal", "x-note": 1 },
  },
};
const ID = "6f086a4d-9c20-4b2e-a39f-5dcccb0b955a";

function documentWith(content: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    paths: {
      "/site": {
        get: { operationId: "site_read", responses: { "200": { $ref: "#/components/responses/Place" }, "204": {} } },
      },
    },
    components: {
      schemas: { Place: SITE },
      responses: { Place: { content: { "application/json": content } } },
      ...more,
    },
  };
}

const siteWith = (value: Json): JsonObject =>
  documentWith({ schema: { $ref: "#/components/schemas/Place" }, examples: { one: { value } } });

test("an example that follows its schema is fine, behind references too", () => {
  const content = {
    schema: { $ref: "#/components/schemas/Place" },
    examples: { one: { $ref: "#/components/examples/one" } },
  };
  expect(validateExamples(siteWith({ id: ID, share: "0.5" }))).toEqual([]);
  expect(validateExamples(documentWith(content, { examples: { one: { value: { id: ID, share: null } } } }))).toEqual(
    [],
  );
});

test.each([
  ["a missing property", { share: "1" }, "/ must have required property 'id'"],
  ["a wrong format", { id: "site-1" }, '/id must match format "uuid"'],
  ["an invalid decimal", { id: ID, share: "1,5" }, '/share must match format "decimal"'],
  ["a wrong type", { id: ID, share: 1 }, "/share must be string,null"],
  ["an unknown property", { id: ID, name: "x" }, "/name is not declared"],
])("%s is found", (_, value, problem) => {
  expect(validateExamples(siteWith(value))).toEqual([`site_read response 200 one: ${problem}`]);
});

test("a response, a body and a payload without an example are found", () => {
  const content = { "application/json": { schema: true } };
  const document = {
    paths: {
      "/a": { post: { operationId: "a", requestBody: { content }, responses: { "200": { content }, "204": {} } } },
    },
    webhooks: { b: { post: { operationId: "b", requestBody: { content } } } },
  };
  expect(validateExamples(document)).toEqual([
    "a request: no example",
    "a response 200: no example",
    "b webhook: no example",
  ]);
});

test("the single example of a media type and of a parameter count as well", () => {
  const document = {
    paths: {
      "/a/{n}": {
        parameters: [{ name: "n", schema: { type: "integer" }, example: "one" }],
        get: {
          operationId: "a",
          responses: { "200": { content: { "application/json": { schema: { type: "string" }, example: 1 } } } },
        },
      },
    },
  };
  expect(validateExamples(document)).toEqual(["a parameter n: / must be integer", "a response 200: / must be string"]);
});

test("a format that is not known is an error, not a pass", () => {
  expect(() => validateExamples(documentWith({ schema: { type: "string", format: "money" }, example: "1" }))).toThrow(
    "money",
  );
});
