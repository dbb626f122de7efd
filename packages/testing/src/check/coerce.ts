import { isArray, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { listSchemaParts } from "@nectar-sdk/openapi/schema";

/** Lists the types that a schema allows; empty when it names none. */
export function listTypes(document: JsonObject, schema: Json): ReadonlySet<string> {
  const types = listSchemaParts(document, schema).flatMap(({ type }) => (isArray(type) ? [...type] : [type]));
  return new Set(types.filter((type) => typeof type === "string"));
}

/** Finds the schema of list items. */
export function findItemSchema(document: JsonObject, schema: Json): Json {
  return listSchemaParts(document, schema).find((part) => part["items"] !== undefined)?.["items"] ?? true;
}

/** Converts a string to the type of its schema; returns the string when it does not fit. */
export function coerce(document: JsonObject, schema: Json, text: string): Json {
  const types = listTypes(document, schema);
  if (types.has("string") || types.size === 0) return text;
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if ((types.has("integer") || types.has("number")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  return types.has("object") || types.has("array") ? parseOrKeep(text) : text;
}

function parseOrKeep(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
