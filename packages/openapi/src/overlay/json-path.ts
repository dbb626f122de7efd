import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { pointerKeys, readChild } from "../document/pointer.ts";

/** An object of a document and its path. */
export interface Located {
  readonly path: readonly (string | number)[];
  readonly object: JsonObject;
}

/** RFC 9535: `$['paths']['/ping']`. */
export function toJsonPath(path: readonly (string | number)[]): string {
  const segments = path.map((key) =>
    typeof key === "number" ? `[${key}]` : `['${key.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`,
  );
  return `$${segments.join("")}`;
}

/** Finds the value at a path; follows a `$ref` to its target. */
export function locate(document: JsonObject, path: readonly (string | number)[]): Located {
  let place = path;
  // A chain of references is short; `checkReferences` has refused circles.
  for (let steps = 0; steps < 20; steps += 1) {
    const node = place.reduce<Json | undefined>((parent, key) => readChild(parent, String(key)), document);
    const object = isObject(node) ? node : {};
    const reference = object["$ref"];
    const keys = typeof reference === "string" ? pointerKeys(reference) : undefined;
    if (keys === undefined) return { path: place, object };
    place = keys;
  }
  return { path: place, object: {} };
}
