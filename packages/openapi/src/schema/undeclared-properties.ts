import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { resolveObject } from "./resolve-ref.ts";

/**
 * Pointers to the properties of a value that its schema does not declare. JSON Schema lets them pass where
 * `additionalProperties` is absent, yet in an example they are slips of the pen. Free-form objects may hold anything.
 */
export function undeclaredProperties(document: JsonObject, schema: Json, value: Json, at = ""): string[] {
  const parts = partsOf(document, schema);
  if (isArray(value)) {
    const items = parts.flatMap((part) => part["items"] ?? []);
    return value.flatMap((item, index) => undeclaredProperties(document, anyOf(items), item, `${at}/${index}`));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const schemas = parts.flatMap((part) => schemasOfKey(part, key));
    if (schemas.length > 0) return undeclaredProperties(document, anyOf(schemas), child, `${at}/${key}`);
    return isFreeForm(parts) ? [] : [`${at}/${key}`];
  });
}

/** The schema with those that it refers to or is composed of. */
function partsOf(document: JsonObject, schema: Json): JsonObject[] {
  const part = resolveObject(document, schema);
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = part[key];
    return isArray(list) ? list : [];
  });
  return [part, ...composed.flatMap((inner) => partsOf(document, inner))];
}

function schemasOfKey(part: JsonObject, key: string): Json[] {
  const declared = part["properties"];
  if (isObject(declared) && Object.hasOwn(declared, key)) return [declared[key] ?? true];
  const others = part["additionalProperties"];
  return isObject(others) ? [others] : [];
}

function isFreeForm(parts: readonly JsonObject[]): boolean {
  return parts.some((part) => part["additionalProperties"] === true) || parts.every(isEmpty);
}

/** A schema that says nothing of properties, such as `true` or `{ description: … }`. */
function isEmpty(part: JsonObject): boolean {
  return part["properties"] === undefined && part["type"] !== "object";
}

function anyOf(schemas: readonly Json[]): Json {
  return schemas.length === 1 ? (schemas[0] ?? true) : { anyOf: schemas };
}
