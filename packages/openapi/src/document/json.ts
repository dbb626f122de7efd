/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object with keys, neither `null` nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is an array. `Array.isArray` alone would say `any[]`. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The object behind a value; throws with the given place otherwise. */
export function asObject(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`${where}: an object is expected`);
}

/** The string behind a value; throws with the given place otherwise. */
export function asString(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${where}: a string is expected`);
}

/** The object's own value of a key as an object, empty where the key is absent. */
export function objectAt(parent: JsonObject, key: string, where: string): JsonObject {
  return Object.hasOwn(parent, key) ? asObject(parent[key], `${where}.${key}`) : {};
}
