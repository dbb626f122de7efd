import type { Json } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { canonical, canonicalData } from "../walk/canonical.ts";
import { keywordText } from "../walk/describe.ts";

type Keywords = ReadonlyMap<string, Json>;

/** Tighter when they grow. */
const LOWER_BOUNDS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Tighter when they shrink. */
const UPPER_BOUNDS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** Another value is neither tighter nor looser. */
const INCOMPARABLE = ["pattern", "multipleOf"];

const CONSTRAINTS: readonly string[] = [...LOWER_BOUNDS, ...UPPER_BOUNDS, ...INCOMPARABLE, "uniqueItems"];

/** The keywords that this file and `compareFormat`, `compareDefault` and `compareAccess` answer for. */
export const CONSTRAINT_KEYWORDS: readonly string[] = [...CONSTRAINTS, "format", "default", "readOnly", "writeOnly"];

/** Compares limits, patterns, format, default and access. */
export function compareConstraints(place: Place, before: Keywords, after: Keywords): Change[] {
  return [
    ...CONSTRAINTS.flatMap((key) => compareConstraint(place, key, before.get(key), after.get(key))),
    ...compareFormat(place, before.get("format"), after.get("format")),
    ...compareDefault(place, before.get("default"), after.get("default")),
    ...["readOnly", "writeOnly"].flatMap((key) => compareAccess(place, key, before.get(key), after.get(key))),
  ];
}

function compareConstraint(place: Place, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  // `uniqueItems: false` is what its absence means.
  const left = before === false ? undefined : before;
  const right = after === false ? undefined : after;
  if (canonical(left) === canonical(right)) return [];
  return [changeAt(place, constraintKind(key, left, right), keywordText(key, left), keywordText(key, right))];
}

function constraintKind(key: string, before: Json | undefined, after: Json | undefined): ChangeKind {
  if (before === undefined) return "constraint-tightened";
  if (after === undefined) return "constraint-loosened";
  if (typeof before !== "number" || typeof after !== "number" || INCOMPARABLE.includes(key))
    return "constraint-changed";
  const grows = after > before;
  return grows === LOWER_BOUNDS.includes(key) ? "constraint-tightened" : "constraint-loosened";
}

function compareFormat(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (canonical(before) === canonical(after)) return [];
  const texts = [keywordText("format", before), keywordText("format", after)] as const;
  if (before === "binary" || after === "binary") return [changeAt(place, "binary-changed", ...texts)];
  if (before === undefined) return [changeAt(place, "format-added", ...texts)];
  return [changeAt(place, after === undefined ? "format-removed" : "format-changed", ...texts)];
}

function compareDefault(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (before === undefined && after === undefined) return [];
  const texts = [keywordText("default", before), keywordText("default", after)] as const;
  if (before === undefined) return [changeAt(place, "default-added", ...texts)];
  if (after === undefined) return [changeAt(place, "default-removed", ...texts)];
  return canonicalData(before) === canonicalData(after) ? [] : [changeAt(place, "default-changed", ...texts)];
}

function compareAccess(place: Place, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  if ((before === true) === (after === true)) return [];
  return [changeAt(place, "access-changed", keywordText(key, before), keywordText(key, after))];
}
