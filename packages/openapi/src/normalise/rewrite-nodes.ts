import { isArray, isObject, type Json, type JsonObject, mapValues } from "../document/json.ts";
import { pointerTo } from "../document/pointer.ts";
import { ANY, type Child, type Kind, STRUCTURE } from "./structure.ts";

/** Rewrites the object at a place; its inner objects are already rewritten. */
export type Rewrite = (node: JsonObject, pointer: string) => Json;

export type Rewrites = Readonly<Partial<Record<Kind, Rewrite>>>;

/** A copy of a document in which objects of the given kinds are rewritten, inner ones first. Data and extensions stay. */
export function rewriteNodes(document: JsonObject, rewrites: Rewrites): JsonObject {
  const rewritten = rewriteNode(document, "document", "#", rewrites);
  return isObject(rewritten) ? rewritten : document;
}

function rewriteNode(node: Json, kind: Kind, pointer: string, rewrites: Rewrites): Json {
  // A schema may be `true` or `false`; anything else that is not an object is a mistake of the document.
  if (!isObject(node)) return node;
  const shape = STRUCTURE[kind];
  const inner = mapValues(node, (value, key) => {
    const child = shape.get(key) ?? shape.get(ANY);
    return child === undefined ? value : rewriteChild(value, child, pointerTo(pointer, key), rewrites);
  });
  return rewrites[kind]?.(inner, pointer) ?? inner;
}

function rewriteChild(value: Json, { kind, isMap }: Child, pointer: string, rewrites: Rewrites): Json {
  if (isArray(value))
    return value.map((item, index) => rewriteNode(item, kind, pointerTo(pointer, `${index}`), rewrites));
  if (!isMap || !isObject(value)) return rewriteNode(value, kind, pointer, rewrites);
  return mapValues(value, (item, name) => rewriteNode(item, kind, pointerTo(pointer, name), rewrites));
}

/** A copy without some keys. */
export function omitKeys(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The values of an object for some keys, and the rest. */
export function splitKeys(
  object: JsonObject,
  isWanted: (key: string) => boolean,
): [wanted: JsonObject, rest: JsonObject] {
  const entries = Object.entries(object);
  return [
    Object.fromEntries(entries.filter(([key]) => isWanted(key))),
    Object.fromEntries(entries.filter(([key]) => !isWanted(key))),
  ];
}
