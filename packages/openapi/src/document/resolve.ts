import { arrayIn, isArray, isObject, type Json, type JsonObject, objectIn } from "./json.ts";
import { lookUp, readReference } from "./pointer.ts";

/**
 * Follows the `$ref`s of a node to an object, merging the keys beside each `$ref` over it (OpenAPI 3.1).
 * A reference without a target, or in a circle, stays in the result; a value other than an object counts as an empty one.
 */
export function resolve(document: JsonObject, node: unknown): JsonObject {
  const followed = new Set<string>();
  let current = isObject(node) ? node : {};
  for (let reference = readReference(current); reference !== undefined; reference = readReference(current)) {
    const target = followed.has(reference) ? undefined : lookUp(document, reference);
    if (target === undefined) return current;
    followed.add(reference);
    const { $ref: _reference, ...beside } = current;
    const object = isObject(target) ? target : {};
    current = Object.keys(beside).length === 0 ? object : { ...object, ...beside };
  }
  return current;
}

/**
 * Does the same as {@link resolve} for a document whose references must all have a target.
 *
 * @throws {Error} naming a reference that has no target or refers to itself
 */
export function resolveStrictly(document: JsonObject, node: unknown): JsonObject {
  const resolved = resolve(document, node);
  const reference = readReference(resolved);
  if (reference === undefined) return resolved;
  const reason = lookUp(document, reference) === undefined ? "has no target in the document" : "refers to itself";
  throw new Error(`$ref ${JSON.stringify(reference)} ${reason}`);
}

/** Returns the properties of an object schema, including those it inherits by `allOf`. */
export function readProperties(document: JsonObject, schema: Json): Map<string, Json> {
  return new Map(collectLayers(document, schema).flatMap((layer) => Object.entries(objectIn(layer, "properties"))));
}

/** Returns the names in `required`, including those a schema inherits by `allOf`. */
export function readRequired(document: JsonObject, schema: Json): Set<string> {
  const names = collectLayers(document, schema).flatMap((layer) => arrayIn(layer, "required"));
  return new Set(names.filter((name) => typeof name === "string"));
}

/** Returns the types that a schema names in `type`, which may be one or a list. */
export function readTypes({ type }: JsonObject): string[] {
  return (isArray(type) ? [...type] : [type]).filter((name) => typeof name === "string");
}

/** Returns a schema and those it extends by `allOf`, inner ones first; each once, since a schema may extend itself. */
function collectLayers(document: JsonObject, schema: Json, seen: Set<string> = new Set()): JsonObject[] {
  const reference = readReference(schema);
  if (reference !== undefined && seen.has(reference)) return [];
  if (reference !== undefined) seen.add(reference);
  const resolved = resolve(document, schema);
  return [...arrayIn(resolved, "allOf").flatMap((parent) => collectLayers(document, parent, seen)), resolved];
}
