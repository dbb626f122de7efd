import type { Json } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { canonical } from "../walk/canonical.ts";
import { keywordText } from "../walk/describe.ts";

/** Compares lists of tags, which only sort the operations for readers. */
export function compareTags(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (canonical(before) === canonical(after)) return [];
  return [changeAt(place, "tags-changed", keywordText("tags", before), keywordText("tags", after))];
}
