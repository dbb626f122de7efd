import { isArray, isObject, type Json, type JsonObject, objectIn } from "../../document/json.ts";
import { pointerKeys } from "../../document/pointer.ts";

/** Lists all components by keys such as `schemas/Meter`, without examples, which are not part of the contract. */
export function listComponents(document: JsonObject): Map<string, Json> {
  const { examples: _illustrations, ...kinds } = objectIn(document, "components");
  return new Map(
    Object.entries(kinds).flatMap(([kind, components]) =>
      isObject(components) ? Object.entries(components).map(([name, component]) => [`${kind}/${name}`, component]) : [],
    ),
  );
}

/** Returns `schemas` for `schemas/Meter`. */
export function readComponentKind(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** Returns `Meter` for `schemas/Meter`. */
export function readComponentName(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

/** Returns `schemas/Meter` for `#/components/schemas/Meter` and for anything below it. */
export function toComponentKey(reference: string): string | undefined {
  const [root, kind, name] = pointerKeys(reference) ?? [];
  return root === "components" && kind !== undefined && name !== undefined ? `${kind}/${name}` : undefined;
}

/** Returns the last segment of a reference, for people. */
export function toShortName(reference: string): string {
  return pointerKeys(reference)?.at(-1) ?? reference;
}

/** Collects every `$ref` and discriminator mapping at or below a node. */
export function collectReferences(node: Json | undefined): Set<string> {
  const found = new Set<string>();
  const pending: Json[] = node === undefined ? [] : [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (typeof current === "string" && current.startsWith("#/")) found.add(current);
    else if (isArray(current)) for (const item of current) pending.push(item);
    else if (isObject(current)) for (const value of Object.values(current)) pending.push(value);
  }
  return found;
}
