import { isObject, type Json } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { canonical, IGNORED_KEYS } from "../walk/canonical.ts";
import { keywordText } from "../walk/describe.ts";

type Keywords = ReadonlyMap<string, Json>;

const TEXT_KEYS: ReadonlySet<string> = new Set(["title", "summary", "description", "$comment", "externalDocs"]);

/** An object's entries as a map; empty for anything else. */
export function keywordsOf(node: Json | undefined): Keywords {
  return new Map(isObject(node) ? Object.entries(node) : []);
}

/** Compares all keywords but the handled ones: texts, extensions, deprecation, and any other keyword as a whole. */
export function compareOtherKeywords(
  place: Place,
  before: Keywords,
  after: Keywords,
  handled: ReadonlySet<string>,
  otherwise: ChangeKind = "keyword-changed",
): Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !handled.has(key) && !IGNORED_KEYS.has(key),
  );
  return keys.flatMap((key) => {
    const left = before.get(key);
    const right = after.get(key);
    if (key === "deprecated") return compareDeprecation(place, left === true, right === true);
    if (left !== undefined && right !== undefined && canonical(left) === canonical(right)) return [];
    const kind = kindOf(key, otherwise);
    if (kind === "text-changed" && typeof left === "string" && typeof right === "string") {
      const start = divergence(left, right);
      return [changeAt(place, kind, keywordText(key, from(start, left)), keywordText(key, from(start, right)))];
    }
    return [changeAt(place, kind, keywordText(key, left), keywordText(key, right))];
  });
}

/** Where two texts begin to differ, a few words earlier, so that a cut text still shows the difference. */
function divergence(left: string, right: string): number {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  return start < 40 ? 0 : left.lastIndexOf(" ", start - 20) + 1;
}

function from(start: number, text: string): string {
  return start === 0 ? text : `…${text.slice(start)}`;
}

function kindOf(key: string, otherwise: ChangeKind): ChangeKind {
  if (TEXT_KEYS.has(key)) return "text-changed";
  return key.startsWith("x-") ? "extension-changed" : otherwise;
}

function compareDeprecation(place: Place, before: boolean, after: boolean): Change[] {
  if (before === after) return [];
  return [changeAt(place, after ? "deprecated" : "undeprecated")];
}
