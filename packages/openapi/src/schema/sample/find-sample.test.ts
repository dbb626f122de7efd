import { expect, test } from "vitest";
import { createCases } from "../../../test/support/arbitrary-schema.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import { createSchemaValidator } from "../schema-validator.ts";
import { createRandom } from "./random.ts";
import { findSample } from "./sample.ts";

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const objectOf = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: "object",
  required,
  properties,
});

const DOCUMENT: JsonObject = {
  paths: { "/kite": { get: { responses: { "200": { content: { "application/json": { schema: { const: 7 } } } } } } } },
  components: {
    schemas: {
      Kite: objectOf({ type: { enum: ["kite"] }, length: { type: "integer" } }, "type", "length"),
      Boat: objectOf({ type: { enum: ["boat"] }, sails: { type: "boolean" } }, "type", "sails"),
      Toy: {
        oneOf: [reference("Kite"), reference("Boat")],
        discriminator: { propertyName: "type", mapping: { kite: "#/components/schemas/Kite", boat: "Boat" } },
      },
      Base: { ...objectOf({ kind: { type: "string" } }, "kind"), discriminator: { propertyName: "kind" } },
      Derived: { allOf: [reference("Base"), objectOf({ size: { type: "number" } })] },
      Plain: objectOf({ kind: { type: "string" } }, "kind"),
      Tree: objectOf({ left: reference("Tree"), all: { type: "array", items: reference("Tree") } }, "all"),
      Sum: {
        oneOf: [objectOf({ left: reference("Sum"), right: reference("Sum") }, "left", "right"), { type: "integer" }],
      },
      Endless: objectOf({ self: reference("Endless") }, "self"),
    },
  },
};

const validate = createSchemaValidator(DOCUMENT);

function find(schema: Json, seed = "1"): Json | undefined {
  const found = findSample(DOCUMENT, schema, { random: createRandom(seed) }, validate);
  if (found !== undefined) expect(validate(schema, found)).toEqual([]);
  return found;
}

test.each<[string, Json]>([
  ["a union", reference("Toy")],
  ["a recursive object", reference("Tree")],
  ["a recursive union whose first branch does not end", reference("Sum")],
  ["a pattern", { type: "string", pattern: "^[A-Z]{2}-\\d{4,6}$" }],
  ["a pattern that escapes what Unicode expressions do not", { type: "string", pattern: "^[\\w\\-\\.]+$" }],
  ["a pattern that is not an expression", { type: "string", pattern: "^[a-z" }],
  ["a pattern with a length", { type: "string", pattern: "^[a-z]+$", minLength: 5, maxLength: 7 }],
  ["a pattern with an example", { type: "string", pattern: "^(?=a)(?=.b)[a-c]{3}z$", example: "abcz" }],
  ["a length", { type: "string", minLength: 3, maxLength: 4 }],
  ["bounds that exclude their values", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ["whole multiples", { type: "integer", multipleOf: 7, exclusiveMinimum: 7, maximum: 20 }],
  ["fractional multiples", { type: "number", multipleOf: 0.01, minimum: 1.125, maximum: 1.135 }],
  ["whole multiples of a fraction", { type: "integer", multipleOf: 2.5, minimum: 1 }],
  ["not", objectOf({ other: { not: { type: "string" } } }, "other")],
  ["a tuple", { type: "array", prefixItems: [{ type: "number" }, { type: "string" }], items: false }],
  ["distinct items", { type: "array", minItems: 3, uniqueItems: true, items: { enum: ["a", "b", "c"] } }],
  ["contained items", { type: "array", items: { type: "integer" }, contains: { const: 5 }, minContains: 2 }],
  ["a map", { type: "object", minProperties: 2, additionalProperties: { type: "integer" } }],
  ["names of a map", { type: "object", minProperties: 2, propertyNames: { pattern: "^[a-z]{3}$" } }],
  ["properties by pattern", { type: "object", minProperties: 1, patternProperties: { "^\\d+$": { type: "integer" } } }],
  [
    "parts that restrict the same property",
    { allOf: [objectOf({ a: { type: "number", minimum: 5 } }, "a"), objectOf({ a: { type: "integer", maximum: 6 } })] },
  ],
  [
    "a condition",
    {
      ...objectOf({ kind: { enum: ["a", "b"] } }, "kind"),
      ...createCases(
        { properties: { kind: { const: "a" } } },
        objectOf({ x: { type: "integer" } }, "x"),
        objectOf({ y: { type: "string" } }, "y"),
      ),
    },
  ],
  ["dependent properties", { ...objectOf({ a: {}, b: {} }), dependentRequired: { a: ["b", "c"] } }],
  ["dependent schemas", { ...objectOf({ a: {} }), dependentSchemas: { a: objectOf({ z: { type: "integer" } }, "z") } }],
  ["a property that is forbidden", objectOf({ a: false, b: { type: "string" } })],
  ["several types", { type: ["string", "integer", "null"] }],
  ["null alone", { enum: [null] }],
  ["a schema elsewhere in the document", { $ref: "#/paths/~1kite/get/responses/200/content/application~1json/schema" }],
])("a valid value is found for %s, the same each time", (_name, schema) => {
  const value = find(schema);

  expect(value).toBeDefined();
  expect(find(schema)).toEqual(value);
});

test.each(["constructor", "toString", "hasOwnProperty", "x-y z", "a/b", "a~b", "$ref", "", "größe", "'", '"'])(
  "a property may be called %j",
  (name) => {
    const schema = {
      ...objectOf(Object.fromEntries([[name, { type: "integer" }]]), name),
      additionalProperties: false,
    };

    expect(find(schema)).toEqual(Object.fromEntries([[name, expect.any(Number)]]));
  },
);

test("a property called __proto__ is data", () => {
  const schema: JsonObject = JSON.parse(
    '{ "type": "object", "required": ["__proto__"], "properties": { "__proto__": { "type": "string" } } }',
  );

  expect(Object.keys(Object(find(schema)))).toEqual(["__proto__"]);
});

test.each([
  ["uuid", "date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference"],
  ["uri-template", "json-pointer", "relative-json-pointer", "regex", "byte", "binary", "decimal", "phone"],
])("strings of a format are valid: %s, %s, %s …", (...formats) => {
  for (const format of formats) expect(find({ type: "string", format })).toEqual(expect.any(String));
});

test("a list shows each branch of a union, with the value that stands for it", () => {
  const toys = find({ type: "array", items: reference("Toy") });

  expect(toys).toEqual([
    { type: "kite", length: expect.any(Number) },
    { type: "boat", sails: expect.any(Boolean) },
  ]);
});

test.each<[string, Json, string]>([
  ["the name of the component", reference("Derived"), "Derived"],
  [
    "the name in the mapping",
    { anyOf: [reference("Plain")], discriminator: { propertyName: "kind", mapping: { plain: "Plain" } } },
    "plain",
  ],
])("a discriminator without values is %s", (_name, schema, kind) => {
  expect(find(schema)).toMatchObject({ kind });
});

test.each<[string, Json]>([
  ["a pattern that nothing matches", { type: "string", pattern: "^x(?=y)z$" }],
  ["a pattern that asks for too much", { type: "string", pattern: "^(x{999}){999}$" }],
  ["an object that contains itself", reference("Endless")],
  ["parts that exclude each other", { allOf: [{ type: "string" }, { type: "integer" }] }],
  ["false", false],
])("nothing is found for %s", (_name, schema) => {
  expect(find(schema)).toBeUndefined();
});

test("an optional property without a valid value is left out", () => {
  const schema = objectOf({ never: { type: "string", pattern: "^x(?=y)z$" }, always: { type: "boolean" } });

  expect(find(schema)).toEqual({ always: expect.any(Boolean) });
});
