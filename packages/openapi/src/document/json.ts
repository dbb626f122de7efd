/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Tells whether a value is an object with keys, neither `null` nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a value is an array, without the `any[]` of `Array.isArray`. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * Returns the value as an object.
 *
 * @throws {TypeError} naming the given place when it is anything else
 */
export function asObject(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`${where}: expected an object`);
}

/**
 * Returns the value as a string.
 *
 * @throws {TypeError} naming the given place when it is anything else
 */
export function asString(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${where}: expected a string`);
}

/**
 * Returns the object at a key, or an empty one when the key is absent.
 *
 * @throws {TypeError} naming the given place when the key has any other value
 */
export function objectAt(parent: JsonObject, key: string, where: string): JsonObject {
  return Object.hasOwn(parent, key) ? asObject(parent[key], `${where}.${key}`) : {};
}

/** Returns the parent's own value at a key, or `undefined`. */
export function valueAt(parent: unknown, key: string): Json | undefined {
  return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Returns the object at a key, or an empty one for any other value. */
export function objectIn(parent: unknown, key: string): JsonObject {
  const value = valueAt(parent, key);
  return isObject(value) ? value : {};
}

/** Returns the array at a key, or an empty one for any other value. */
export function arrayIn(parent: unknown, key: string): readonly Json[] {
  const value = valueAt(parent, key);
  return isArray(value) ? value : [];
}

/** Returns the string at a key, or `undefined` for any other value. */
export function stringIn(parent: unknown, key: string): string | undefined {
  const value = valueAt(parent, key);
  return typeof value === "string" ? value : undefined;
}

/** Tells whether the value at a key is `true`. */
export function isTrueIn(parent: unknown, key: string): boolean {
  return valueAt(parent, key) === true;
}

/** Returns a copy of an object in which every value is replaced; an empty one for anything else. */
export function mapValues(node: unknown, replace: (value: Json, key: string) => Json): JsonObject {
  const object = isObject(node) ? node : {};
  // fromEntries defines own properties, so a key such as `__proto__` stays data.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, replace(value, key)]));
}
