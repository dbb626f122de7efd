import { isArray, isObject, type Json, type JsonObject } from "./json.ts";

/** The JSON pointer (RFC 6901, as a URI fragment without percent-encoding) to a key below another one. */
export function pointerTo(parent: string, key: string): string {
  return `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys of a `$ref` within the document; `undefined` for a reference to anything else. */
export function pointerKeys(reference: string): string[] | undefined {
  if (!reference.startsWith("#/")) return undefined;
  return reference.slice(2).split("/").map(decodeKey);
}

/** What a `$ref` points at within the document. */
export function lookUp(document: JsonObject, reference: string): Json | undefined {
  const keys = pointerKeys(reference);
  return keys?.reduce<Json | undefined>((node, key) => childOf(node, key), document);
}

function childOf(node: Json | undefined, key: string): Json | undefined {
  if (isArray(node)) return node[Number(key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

function decodeKey(key: string): string {
  return decode(key).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % that encodes nothing is meant as itself.
    return text;
  }
}
