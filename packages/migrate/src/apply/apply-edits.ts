import MagicString from "magic-string";
import type { Edit } from "./edit.ts";

/** Returns the text after the edits; every other character stays. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const result = new MagicString(text);
  for (const { start, end, text: replacement } of edits) {
    if (start === end) result.appendLeft(start, replacement);
    else result.update(start, end, replacement);
  }
  return result.toString();
}
