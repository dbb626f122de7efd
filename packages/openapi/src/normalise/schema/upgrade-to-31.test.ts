import { describe, expect, test } from "vitest";
import { documentWith, normaliseThing, normaliseWith } from "../../../test/support/normalise-with.ts";
import type { Json } from "../../document/json.ts";

const reference = { $ref: "#/components/schemas/Other" };

const CASES: readonly (readonly [what: string, before: Json, after: Json])[] = [
  ["nullable adds null to the type", { type: "string", nullable: true }, { type: ["string", "null"] }],
  ["nullable: false is dropped", { type: "string", nullable: false }, { type: "string" }],
  [
    "nullable adds null to the values of an enum",
    { type: "string", enum: ["a"], nullable: true },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    "nullable is not added twice",
    { type: "string", enum: ["a", null], nullable: true },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [
    "nullable around allOf becomes a union with null",
    { allOf: [reference], nullable: true, description: "D", readOnly: true },
    { description: "D", readOnly: true, anyOf: [{ allOf: [reference] }, { type: "null" }] },
  ],
  [
    "nullable beside a reference becomes a union with null",
    { ...reference, nullable: true },
    { anyOf: [reference, { type: "null" }] },
  ],
  [
    "nullable beside oneOf becomes one more member",
    { oneOf: [reference, { type: "integer" }], nullable: true },
    { oneOf: [reference, { type: "integer" }, { type: "null" }] },
  ],
  ["nullable without a type changes nothing", { nullable: true }, {}],
  [
    "nullable beside properties alone makes an object or null",
    { properties: { a: {} }, nullable: true },
    { properties: { a: {} }, type: ["object", "null"] },
  ],
  [
    "an exclusive minimum becomes its own number",
    { type: "integer", minimum: 1, exclusiveMinimum: true },
    { type: "integer", exclusiveMinimum: 1 },
  ],
  [
    "an exclusive maximum that is not becomes nothing",
    { type: "integer", maximum: 9, exclusiveMaximum: false },
    { type: "integer", maximum: 9 },
  ],
  ["example becomes examples", { type: "string", example: "a" }, { type: "string", examples: ["a"] }],
  [
    "a file has one spelling",
    { type: "string", contentMediaType: "application/octet-stream" },
    { type: "string", format: "binary" },
  ],
  ["base64 has one spelling", { type: "string", format: "byte" }, { type: "string", contentEncoding: "base64" }],
  [
    "a property called nullable stays a property",
    { properties: { nullable: { type: "boolean", nullable: true } } },
    { properties: { nullable: { type: ["boolean", "null"] } } },
  ],
];

describe.each(["3.0.3", "3.1.0"])("in OpenAPI %s", (openapi) => {
  test.each(CASES)("%s", (_what, before, after) => {
    expect(normaliseThing("upgradeTo31", before, { Other: { type: "object" } }, openapi)).toEqual(after);
  });
});

test("siblings of a reference that OpenAPI 3.0 ignores are dropped", () => {
  const before = { ...reference, description: "D", required: ["a"] };

  expect(normaliseThing("upgradeTo31", before, {}, "3.0.3")).toEqual({ ...reference, description: "D" });
  expect(normaliseThing("upgradeTo31", before, {}, "3.1.0")).toEqual(before);
});

test.each(["3.0.3", "3.1.1"])("OpenAPI %s becomes 3.1.0", (openapi) => {
  expect(normaliseWith("upgradeTo31", documentWith({}, { openapi })).document["openapi"]).toBe("3.1.0");
});

test.each(["2.0", "3.2.0", 3, null])("a document of OpenAPI %s is not changed", (openapi) => {
  const document = documentWith({ Thing: { type: "string", nullable: true } }, { openapi });

  expect(normaliseWith("upgradeTo31", document).document).toEqual(document);
});

test("examples of parameters and data that look like schemas are not changed", () => {
  const parameter = {
    name: "q",
    in: "query",
    example: { type: "string", nullable: true },
    schema: { default: { nullable: true } },
  };
  const document = documentWith({}, { paths: { "/a": { get: { parameters: [parameter] } } } });

  expect(normaliseWith("upgradeTo31", document).document).toEqual(document);
});

test("a schema that a reference leads through keeps what it leads to", () => {
  const through = {
    a: { $ref: "#/components/schemas/Thing/allOf/0" },
    b: { $ref: "#/components/schemas/Thing/example" },
  };
  const schema = {
    allOf: [{ type: "string", nullable: true }],
    example: { type: "object", properties: through },
    nullable: true,
  };

  expect(normaliseThing("upgradeTo31", schema, { Other: { properties: through } }, "3.0.3")).toEqual({
    ...schema,
    allOf: [{ type: ["string", "null"] }],
  });
});

test("webhooks that OpenAPI 3.0 keeps in an extension become webhooks", () => {
  const webhooks = { created: { post: { responses: {} } } };
  const { document } = normaliseWith("upgradeTo31", documentWith({}, { openapi: "3.0.3", "x-webhooks": webhooks }));

  expect(document).toEqual(documentWith({}, { webhooks }));
});
