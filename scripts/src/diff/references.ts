import { isArray, isObject, type Json } from "../shared/json.ts";
import { stringIn, valueAt } from "../shared/lookup.ts";

/** The `$ref` of a node, if it has one. */
export function referenceOf(node: unknown): string | undefined {
  return stringIn(node, "$ref");
}

/** What a local reference points to; undefined for one that leads nowhere or out of the document. */
export function lookUpReference(document: Json, reference: string): Json | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let node: Json | undefined = document;
  for (const segment of reference.slice(2).split("/")) {
    const key = unescapeSegment(segment);
    node = isArray(node) ? node[Number(key)] : valueAt(node, key);
  }
  return node;
}

/** Follows references until a node that is none; undefined where they lead nowhere or in a circle. */
export function resolve(document: Json, node: Json | undefined): Json | undefined {
  const followed = new Set<string>();
  let current = node;
  for (let reference = referenceOf(current); reference !== undefined; reference = referenceOf(current)) {
    if (followed.has(reference)) return undefined;
    followed.add(reference);
    current = lookUpReference(document, reference);
  }
  return current;
}

/** `schemas/Meter` for `#/components/schemas/Meter` and for what lies below it. */
export function componentKey(reference: string): string | undefined {
  const [root, components, kind, name] = reference.split("/");
  if (root !== "#" || components !== "components" || kind === undefined || name === undefined) return undefined;
  return `${kind}/${unescapeSegment(name)}`;
}

/** The last segment of a reference, for people. */
export function shortName(reference: string): string {
  return unescapeSegment(reference.split("/").at(-1) ?? reference);
}

/** Every `$ref` (and discriminator mapping) at or below a node. */
export function referencesIn(node: Json | undefined): Set<string> {
  const found = new Set<string>();
  const pending: Json[] = node === undefined ? [] : [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (typeof current === "string" && current.startsWith("#/")) found.add(current);
    else if (isArray(current)) for (const item of current) pending.push(item);
    else if (isObject(current)) for (const value of Object.values(current)) pending.push(value);
  }
  return found;
}

function unescapeSegment(segment: string): string {
  const unescaped = segment.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(unescaped);
  } catch {
    // A lone percent sign: the segment was never percent-encoded.
    return unescaped;
  }
}
