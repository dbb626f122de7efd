import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/testing/document";

/** Replaces each value of an object; returns an empty object for other values. */
export function mapValues(node: Json | undefined, change: (value: Json, key: string) => Json): JsonObject {
  if (!isObject(node)) return {};
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value, key)]));
}

/** Replaces every object in a value, inner ones first. */
export function mapObjects(node: Json, change: (object: JsonObject) => JsonObject): Json {
  if (isArray(node)) return node.map((item) => mapObjects(item, change));
  return isObject(node) ? change(mapValues(node, (value) => mapObjects(value, change))) : node;
}
