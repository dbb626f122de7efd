import type { Json } from "../document/json.ts";
import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";
import { keywordText } from "./describe.ts";
import { changeAt, type Place } from "./place.ts";

/** Compares lists of tags, which only sort the operations for readers. */
export function compareTags(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (canonical(before) === canonical(after)) return [];
  return [changeAt(place, "tags-changed", keywordText("tags", before), keywordText("tags", after))];
}
