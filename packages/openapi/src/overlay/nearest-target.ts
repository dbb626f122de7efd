import { type JSONValue, query } from "json-p3";
import { isObject, type JsonObject } from "../document/json.ts";
import { findNearest } from "../document/nearest.ts";
import { toJsonPath } from "./json-path.ts";

/** One segment of a JSONPath: `.name`, `..name` or brackets. */
const SEGMENT = /\.{1,2}[^.[\]]+|\.{0,2}\[(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\]'"])*\]/g;

/** Finds the place of a document that is most alike a target without a match: as far as it matches, then the key that is most alike. */
export function findNearestTarget(document: JsonObject, target: string): string | undefined {
  const segments = target.match(SEGMENT) ?? [];
  for (let length = segments.length - 1; length > 0; length -= 1) {
    const [location] = locate(document, `$${segments.slice(0, length).join("")}`);
    if (location === undefined) continue;
    const wanted = (segments[length] ?? "").replaceAll(/^[.[\]'"]+|[\]'"]+$/g, "");
    const node = location.reduce<unknown>((parent, key) => (isObject(parent) ? parent[key] : undefined), document);
    const nearest = findNearest(wanted, Object.keys(isObject(node) ? node : {}));
    return toJsonPath(nearest === undefined ? location : [...location, nearest]);
  }
  return undefined;
}

/** No place for a part of a target that is not valid alone. */
function locate(document: JsonObject, target: string): (string | number)[][] {
  try {
    // json-p3 declares its input mutable but only reads it.
    return query(target, document as JSONValue).locations();
  } catch {
    return [];
  }
}
