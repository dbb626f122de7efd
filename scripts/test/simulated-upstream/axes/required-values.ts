import { isObject, type JsonObject, mapValues, objectIn } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editSchemas, isList } from "../edit-document.ts";

/** Properties whose values are hard to invent, and one whose name is hard to write. */
const PROPERTIES: JsonObject = {
  reference: { type: "string", pattern: "^[A-Z]{2}-\\d{4,6}$" },
  slug: { type: "string", pattern: "^[-a-zA-Z0-9_]+$", minLength: 5, maxLength: 50 },
  contact: { type: "string", format: "email", maxLength: 254 },
  price: { type: "number", multipleOf: 0.01, exclusiveMinimum: 0, exclusiveMaximum: 1 },
  labels: { type: "array", minItems: 2, uniqueItems: true, items: { type: "string", minLength: 2, maxLength: 8 } },
  settings: { type: "object", minProperties: 1, additionalProperties: { type: "boolean" } },
  "x-y z": { type: "number" },
  "a/b~c": { type: "string" },
};

/** Properties that half of the objects with an id require, with patterns, bounds and odd names, and one that no value fits. */
export const requiredValues: Axis = {
  name: "required-values",
  isStyle: false,
  apply: (document, random) =>
    editSchemas(document, (schemas) =>
      mapValues(schemas, (schema, name) =>
        isObject(schema) && isRead(schema, name) && random(name) < 0.5 ? requireValues(schema) : schema,
      ),
    ),
};

function isRead(schema: JsonObject, name: string): boolean {
  return objectIn(schema, "properties")["id"] !== undefined && !/Request$|Input$|^Patched|Create/.test(name);
}

function requireValues(schema: JsonObject): JsonObject {
  const required = isList(schema["required"]) ? schema["required"] : [];
  const never = { type: "string", pattern: "^x(?=y)z$" };
  return {
    ...schema,
    required: [...required, ...Object.keys(PROPERTIES)],
    properties: { ...objectIn(schema, "properties"), ...PROPERTIES, never },
  };
}
