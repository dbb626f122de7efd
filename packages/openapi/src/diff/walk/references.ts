import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { stringIn } from "../../document/lookup.ts";
import { lookUp, pointerKeys } from "../../document/pointer.ts";

/** The `$ref` of a node, if it has one. */
export function referenceOf(node: unknown): string | undefined {
  return stringIn(node, "$ref");
}

/**
 * The object that a node or its references lead to, under what stands beside the references (OpenAPI 3.1 lets a reference
 * carry its own description). A reference that leads nowhere or in a circle stays in the object, so that it is compared.
 */
export function follow(document: JsonObject, node: Json | undefined): JsonObject {
  const followed = new Set<string>();
  let current = isObject(node) ? node : {};
  for (let reference = referenceOf(current); reference !== undefined; reference = referenceOf(current)) {
    const target = followed.has(reference) ? undefined : lookUp(document, reference);
    if (!isObject(target)) return current;
    followed.add(reference);
    const { $ref: _reference, ...beside } = current;
    current = { ...target, ...beside };
  }
  return current;
}

/** `schemas/Meter` for `#/components/schemas/Meter` and for what lies below it. */
export function componentKey(reference: string): string | undefined {
  const [root, kind, name] = pointerKeys(reference) ?? [];
  return root === "components" && kind !== undefined && name !== undefined ? `${kind}/${name}` : undefined;
}

/** The last segment of a reference, for people. */
export function shortName(reference: string): string {
  return pointerKeys(reference)?.at(-1) ?? reference;
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
