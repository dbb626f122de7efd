import { arrayIn, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { isList, omit, rewriteDocument } from "../edit-document.ts";

const STEPS = [nullableType, nullableUnion, exclusiveBounds, singleValue, wrapReference, singleExample];

/** The document says 3.0.3: `nullable` instead of the type null, nothing beside a reference, no webhooks. */
export const openapi30: Axis = {
  name: "openapi-3.0",
  isStyle: true,
  apply: (document) => {
    const written = rewriteDocument(document, (object) => STEPS.reduce((current, step) => step(current), object));
    return { ...omit(written, "webhooks"), openapi: "3.0.3" };
  },
};

function nullableType(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  if (!isList(type)) return schema;
  const [single, ...others] = type.filter((name) => name !== "null");
  const isNullable = type.includes("null");
  const plain = others.length === 0 && single !== undefined ? { ...schema, type: single } : omit(schema, "type");
  if (isList(values) && isNullable && !values.includes(null))
    return { ...plain, nullable: true, enum: [...values, null] };
  return isNullable ? { ...plain, nullable: true } : plain;
}

function nullableUnion(schema: JsonObject): JsonObject {
  const key = ["anyOf", "oneOf"].find((candidate) => arrayIn(schema, candidate).some(isNull));
  if (key === undefined) return schema;
  const others = arrayIn(schema, key).filter((member) => !isNull(member));
  const [single] = others;
  if (others.length > 1 || single === undefined) return { ...schema, [key]: others, nullable: true };
  // A reference that had something beside it is wrapped already.
  const members =
    isObject(single) && isList(single["allOf"]) && Object.keys(single).length === 1 ? single["allOf"] : [single];
  return { ...omit(schema, key), allOf: members, nullable: true };
}

/** OpenAPI 3.0 has a flag beside the bound. */
function exclusiveBounds(schema: JsonObject): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum } = schema;
  return {
    ...schema,
    ...(typeof exclusiveMinimum === "number" ? { minimum: exclusiveMinimum, exclusiveMinimum: true } : {}),
    ...(typeof exclusiveMaximum === "number" ? { maximum: exclusiveMaximum, exclusiveMaximum: true } : {}),
  };
}

/** OpenAPI 3.0 has no `const`. */
function singleValue(schema: JsonObject): JsonObject {
  const { const: value } = schema;
  return value === undefined || isObject(value) ? schema : { ...omit(schema, "const"), enum: [value] };
}

/** OpenAPI 3.0 ignores siblings of `$ref` in a schema. */
function wrapReference(object: JsonObject): JsonObject {
  const { $ref } = object;
  return typeof $ref !== "string" || Object.keys(object).length === 1
    ? object
    : { ...omit(object, "$ref"), allOf: [{ $ref }] };
}

function singleExample(schema: JsonObject): JsonObject {
  const { examples } = schema;
  const [first] = isList(examples) ? examples : [];
  return first === undefined ? schema : { ...omit(schema, "examples"), example: first };
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema["type"] === "null";
}
