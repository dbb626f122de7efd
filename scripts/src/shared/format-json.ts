import type { JsonObject } from "./json.ts";

/** The text of a document in `specs/`: the same bytes for the same document, its keys in its own order. */
export function formatDocument(document: JsonObject): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
