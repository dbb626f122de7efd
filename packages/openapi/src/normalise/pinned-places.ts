import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { pointerKeys, pointerTo } from "../document/pointer.ts";

/** Keys whose text leads to a place in the document. */
const LINKS = new Set(["$ref", "operationRef"]);

/** Every text of a reference below a node, examples and extensions included: too many is safe. */
export function* findReferences(node: Json): Generator<string> {
  if (isArray(node)) for (const item of node) yield* findReferences(item);
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string" && LINKS.has(key)) yield value;
    else if (key === "mapping" && isObject(value))
      yield* Object.values(value).filter((item) => typeof item === "string");
    else yield* findReferences(value);
  }
}

/**
 * The places that a reference leads through: `#/components/schemas/A` for a reference to a property of `A`. They keep
 * their shape, or the reference would lead nowhere.
 */
export function findPinnedPlaces(document: JsonObject): ReadonlySet<string> {
  const pinned = new Set<string>();
  for (const reference of new Set(findReferences(document))) {
    const keys = pointerKeys(reference) ?? [];
    let pointer = "#";
    for (const [index, key] of keys.entries()) {
      // A whole component is replaced as one, and references to it follow.
      if (index >= 3) pinned.add(pointer);
      pointer = pointerTo(pointer, key);
    }
  }
  return pinned;
}
