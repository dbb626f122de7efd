import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  objectIn,
  pointerTo,
} from "@nectar-sdk/openapi/document";

/** A document without examples that lie elsewhere. */
export interface LocalDocument {
  readonly document: JsonObject;
  /** JSON pointers of the examples that were dropped. */
  readonly dropped: readonly string[];
}

const SHARED = "#/components/examples";

/**
 * Drops Example Objects with an `externalValue`, and references to shared ones: tools would fetch the URL or read the file behind it. An
 * example says nothing about the API that its schema does not say.
 */
export function dropExternalExamples(document: JsonObject): LocalDocument {
  const dropped: string[] = [];
  const shared = new Set(
    Object.entries(objectIn(document["components"], "examples"))
      .filter(([, example]) => isExternal(example))
      .map(([name]) => pointerTo(SHARED, name)),
  );
  const isDropped = (example: Json): boolean =>
    isExternal(example) || (isObject(example) && typeof example["$ref"] === "string" && shared.has(example["$ref"]));
  const visit = (node: Json, pointer: string): Json => {
    if (isArray(node)) return node.map((item, index) => visit(item, pointerTo(pointer, String(index))));
    if (!isObject(node)) return node;
    return mapValues(node, (value, key) => {
      const place = pointerTo(pointer, key);
      if (key !== "examples" || !isObject(value)) return visit(value, place);
      const entries = Object.entries(value).filter(([name, example]) => {
        if (!isDropped(example)) return true;
        dropped.push(pointerTo(place, name));
        return false;
      });
      return visit(Object.fromEntries(entries), place);
    });
  };
  const local = mapValues(document, (value, key) => visit(value, pointerTo("#", key)));
  return { document: dropped.length === 0 ? document : local, dropped };
}

function isExternal(example: Json): boolean {
  return isObject(example) && typeof example["externalValue"] === "string" && !Object.hasOwn(example, "value");
}
