import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { listPlacesWithoutExample, validateExamples } from "./validate-examples.ts";

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

test("formats, keywords and extensions that are not known refuse nothing", () => {
  const schema = { properties: { share: { type: "string", format: "money", "x-y z": 1 } }, unknown: true };

  expect(validateExamples(documentWith({ schema, examples: { one: { value: { share: "1" } } } }))).toEqual([]);
});

test("a schema that cannot be read is a problem of its example alone", () => {
  const documents = [{ type: "text" }, { $ref: "#/components/schemas/Missing" }].map((schema) =>
    documentWith({ schema, examples: { one: { value: "1" } } }),
  );

  for (const document of documents)
    expect(validateExamples(document)).toEqual([
      expect.stringMatching(/^site_read response 200 one: its schema cannot be read: /),
    ]);
});

test("a place that no value fits is listed, and is not a problem", () => {
  const document = documentWith({ schema: { type: "string" }, "x-no-example": "none found" });

  expect(validateExamples(document)).toEqual([]);
  expect(listPlacesWithoutExample(document)).toEqual(["site_read response 200: no example: none found"]);
});

test.each(["a/b", "a~b", "x-y z", "$ref", "", "constructor"])(
  "the value of a property called %j has a JSON pointer in the message",
  (name) => {
    const properties = Object.fromEntries([[name, { type: "string" }]]);
    const value = Object.fromEntries([[name, 1]]);
    const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

    const problems = validateExamples(
      documentWith({ schema: { type: "object", properties }, examples: { one: { value } } }),
    );

    expect(problems).toEqual([`site_read response 200 one: ${pointer} must be string`]);
  },
);
