import { isArray, isObject, type Json, type JsonObject, stringIn } from "./json.ts";

/** Appends a key to a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string): string {
  return `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Splits a `$ref` within the document into keys; returns `undefined` for any other reference. */
export function pointerKeys(reference: string): string[] | undefined {
  if (!reference.startsWith("#/")) return undefined;
  return reference.slice(2).split("/").map(decodeKey);
}

/** Returns the value that a `$ref` within the document points at. */
export function lookUp(document: JsonObject, reference: string): Json | undefined {
  const keys = pointerKeys(reference);
  return keys?.reduce<Json | undefined>((node, key) => readChild(node, key), document);
}

/** Returns the `$ref` of a node. */
export function readReference(node: unknown): string | undefined {
  return stringIn(node, "$ref");
}

/** Returns the name of the component schema that a node refers to directly. */
export function readSchemaName(node: unknown): string | undefined {
  const [root, section, name, ...rest] = pointerKeys(readReference(node) ?? "") ?? [];
  return root === "components" && section === "schemas" && rest.length === 0 ? name : undefined;
}

const LOCAL = /^#\/(?:components|paths|webhooks)\/[^#]+$/;

/** Tells whether a reference stays in the sections of the document that types are generated for. */
export function isLocalReference(reference: string): boolean {
  // The section becomes a TypeScript identifier, so only three fixed words are allowed, never a string from the document.
  return LOCAL.test(reference) && decode(reference) !== undefined;
}

/** Returns the item of an array, or the own property of an object, at a key; `undefined` if it has none. */
export function readChild(node: Json | undefined, key: string): Json | undefined {
  if (isArray(node)) return node[Number(key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

function decodeKey(key: string): string {
  // A stray % that encodes nothing is a literal %.
  return (decode(key) ?? key).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
