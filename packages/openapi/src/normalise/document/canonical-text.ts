import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";

/** Text that two values share if they differ at most in the order of their keys. */
export type CanonicalText = (value: JsonObject) => string;

/** Remembers the text of each object, since one component may be used in a thousand places. */
export function canonicalText(): CanonicalText {
  const texts = new Map<JsonObject, string>();
  return (value) => {
    const known = texts.get(value) ?? JSON.stringify(sortKeys(value));
    texts.set(value, known);
    return known;
  };
}

function sortKeys(value: Json): Json {
  if (isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key] ?? null)]),
  );
}
