import { isArray, isObject, type Json, type JsonObject } from "./json.ts";

/** The value of a key if the parent is an object that has it itself. For documents of which nothing is certain yet. */
export function valueAt(parent: unknown, key: string): Json | undefined {
  return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** The object at a key, empty where there is none. */
export function objectIn(parent: unknown, key: string): JsonObject {
  const value = valueAt(parent, key);
  return isObject(value) ? value : {};
}

/** The array at a key, empty where there is none. */
export function arrayIn(parent: unknown, key: string): readonly Json[] {
  const value = valueAt(parent, key);
  return isJsonArray(value) ? value : [];
}

/** The string at a key. */
export function stringIn(parent: unknown, key: string): string | undefined {
  const value = valueAt(parent, key);
  return typeof value === "string" ? value : undefined;
}

/** Whether the value of a key is `true`. */
export function isTrueIn(parent: unknown, key: string): boolean {
  return valueAt(parent, key) === true;
}

function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return isArray(value);
}
