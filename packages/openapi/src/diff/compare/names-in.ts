import type { JsonObject } from "../../document/json.ts";

/** The keys of both objects, each once, in an order that does not depend on theirs. */
export function namesIn(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}
