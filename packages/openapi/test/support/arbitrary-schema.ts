import fc from "fast-check";
import { type Json, type JsonObject, mapValues } from "../../src/document/json.ts";

const NAMES = ["id", "name", "x-y z", "a/b", "a~b", "constructor", "toString", "$ref", "", "größe", "kind", "then"];
const PATTERNS = ["^[A-Z]{2}-\\d{4,6}$", "^[^/]+$", "\\d", "^(a|bc)+$", "^[\\w\\-.]+$", "^\\S{3,}$", "^$", "^.{4}$"];
const FORMATS = ["uuid", "date", "date-time", "email", "uri", "ipv4", "ipv6", "hostname", "decimal", "byte", "phone"];

const strings: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constantFrom(...PATTERNS).map((pattern) => ({ type: "string", pattern })),
  fc.constantFrom(...FORMATS).map((format) => ({ type: "string", format })),
  fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([minLength, more]) => ({ type: "string", minLength, maxLength: minLength + more })),
);

const numbers: fc.Arbitrary<JsonObject> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 2, max: 50 }), fc.constantFrom("integer", "number"))
    .map(([least, more, type]) => ({ type, exclusiveMinimum: least, exclusiveMaximum: least + more })),
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0.01, 0.1, 0.25, 3, 7))
    .map(([minimum, multipleOf]) => ({ type: "number", minimum, maximum: minimum + 20, multipleOf })),
  fc.constantFrom(0.25, 0.5, 2.5, 4).map((multipleOf) => ({ type: "integer", multipleOf })),
);

const others: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    true,
    {},
    { type: "boolean" },
    { type: "null" },
    { enum: [null] },
    { type: ["integer", "null"] },
  ),
  fc.constantFrom<Json>({ not: { type: "string" } }, { not: { enum: ["text 1"] } }),
  fc.jsonValue({ maxDepth: 1 }).map((value) => ({ const: toJson(value) })),
  fc.uniqueArray(fc.constantFrom<Json>(1, "a", true, null), { minLength: 1 }).map((values) => ({ enum: values })),
);

/**
 * Schemas that some value follows, with most keywords of JSON Schema: strings by pattern, format and length, bounded numbers, objects whose
 * properties have odd names, maps, tuples, sets, unions with and without a discriminator, conditions, nullable values, and references to
 * the schemas of {@link SCHEMAS}.
 */
export const satisfiableSchemas: fc.Arbitrary<Json> = fc.letrec<{ readonly schema: Json; readonly object: JsonObject }>(
  (tie) => {
    const inner = tie("schema");
    const properties = fc.dictionary(fc.constantFrom(...NAMES), inner, { maxKeys: 4, noNullPrototype: true });
    return {
      object: fc.tuple(properties, fc.boolean(), fc.boolean()).map(([own, isClosed, isStrict]) => ({
        type: "object",
        properties: own,
        required: Object.keys(own).filter((_, index) => isStrict || index % 2 === 0),
        ...(isClosed && { additionalProperties: false }),
      })),
      schema: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.oneof(strings, numbers, others),
        tie("object"),
        fc.tuple(fc.nat(3), inner).map(([minItems, items]) => ({ type: "array", minItems, items })),
        fc
          .array(inner, { minLength: 1, maxLength: 3 })
          .map((prefixItems) => ({ type: "array", prefixItems, items: false })),
        inner.map((additionalProperties) => ({ type: "object", minProperties: 1, additionalProperties })),
        fc.constant({ type: "array", minItems: 2, uniqueItems: true, items: { type: "string", format: "uuid" } }),
        fc.tuple(inner, inner).map((anyOf) => ({ anyOf })),
        inner.map((schema) => ({ oneOf: [schema, { type: "array", maxItems: 0, minItems: 1 }] })),
        fc.tuple(tie("object"), tie("object")).map(([a, b]) => createUnion(a, b)),
        tie("object").map((object) => ({ allOf: [omitClosed(object), describeProperties(object)] })),
        tie("object").map((object) => ({ ...omitClosed(object), dependentRequired: { name: ["id"] } })),
        tie("object").map((object) => createCondition(object)),
        fc.constantFrom("Tree", "Sum").map((name) => ({ $ref: `#/components/schemas/${name}` })),
      ),
    };
  },
).schema;

/** The components of a document: recursive schemas that finite values follow. */
export const SCHEMAS: JsonObject = {
  Tree: {
    type: "object",
    required: ["all", "next"],
    properties: {
      all: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      next: { anyOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }] },
    },
  },
  Sum: {
    oneOf: [
      {
        type: "object",
        required: ["left", "right"],
        properties: { left: { $ref: "#/components/schemas/Sum" }, right: { $ref: "#/components/schemas/Sum" } },
      },
      { type: "integer" },
    ],
  },
};

/** Two objects told apart by a property. */
function createUnion(a: JsonObject, b: JsonObject): JsonObject {
  const branch = (object: JsonObject, kind: string): JsonObject => ({
    ...object,
    required: ["kind"],
    properties: { ...Object(object["properties"]), kind: { type: "string", enum: [kind] } },
  });
  return { oneOf: [branch(a, "a"), branch(b, "b")], discriminator: { propertyName: "kind" } };
}

function createCondition(object: JsonObject): JsonObject {
  return {
    allOf: [{ type: "object", properties: { case: { enum: ["a", "b"] } }, required: ["case"] }],
    ...createCases({ properties: { case: { const: "a" } } }, omitClosed(object), { required: ["other"] }),
  };
}

/** `if`, `then` and `else`: an object literal with `then` would look like a promise. */
export function createCases(...cases: readonly Json[]): JsonObject {
  return Object.fromEntries(["if", "then", "else"].map((key, index) => [key, cases[index] ?? true]));
}

/** The same properties again, as a part of a schema may declare them. */
function describeProperties({ properties = {} }: JsonObject): JsonObject {
  return { type: "object", properties: mapValues(properties, () => ({ description: "The same." })) };
}

/** A closed object would refuse the properties of other parts. */
function omitClosed({ additionalProperties: _, ...object }: JsonObject): JsonObject {
  return object;
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
