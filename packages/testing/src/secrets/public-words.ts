import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";

const collected = new WeakMap<JsonObject, ReadonlySet<string>>();

/** Reads names and enum values of a document: a password `password` must not mask the property name. */
export function readPublicWords(document: JsonObject): ReadonlySet<string> {
  const words = collected.get(document) ?? collectWords(document);
  collected.set(document, words);
  return words;
}

function collectWords(document: JsonObject): ReadonlySet<string> {
  const words = new Set<string>();
  const look = (node: Json): void => {
    if (isArray(node)) node.forEach(look);
    if (!isObject(node)) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === "example" || key === "examples" || key === "default") continue;
      words.add(key);
      // Path segments.
      if (key.startsWith("/")) for (const segment of key.split("/")) words.add(segment);
      if (key === "enum" || key === "x-extensible-enum") for (const value of [child].flat()) words.add(String(value));
      if (key === "name" && typeof child === "string") words.add(child);
      look(child);
    }
  };
  look(document);
  return words;
}
