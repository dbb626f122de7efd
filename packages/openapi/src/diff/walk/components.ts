import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { objectIn } from "../../document/lookup.ts";

/** All components by their keys such as `schemas/Meter`; examples are no part of the contract. */
export function componentsOf(document: JsonObject): Map<string, Json> {
  const { examples: _illustrations, ...kinds } = objectIn(document, "components");
  return new Map(
    Object.entries(kinds).flatMap(([kind, components]) =>
      isObject(components) ? Object.entries(components).map(([name, component]) => [`${kind}/${name}`, component]) : [],
    ),
  );
}

/** `schemas` for `schemas/Meter`. */
export function kindOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** `Meter` for `schemas/Meter`. */
export function nameOfComponent(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}
