import type { Json } from "../../document/json.ts";
import { toCanonical, toCanonicalData } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import type { Place } from "../change/place.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { excerptKeyword } from "../walk/describe.ts";

type Keywords = ReadonlyMap<string, Json>;

/** Tighter when they grow. */
const LOWER_BOUNDS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Tighter when they shrink. */
const UPPER_BOUNDS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** A different value is neither tighter nor looser. */
const INCOMPARABLE = ["pattern", "multipleOf"];

const CONSTRAINTS: readonly string[] = [...LOWER_BOUNDS, ...UPPER_BOUNDS, ...INCOMPARABLE, "uniqueItems"];

/** The keywords that {@link compareConstraints} compares. */
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
  // `uniqueItems: false` means the same as no `uniqueItems`.
  const left = before === false ? undefined : before;
  const right = after === false ? undefined : after;
  if (toCanonical(left) === toCanonical(right)) return [];
  return [createChange(place, constraintKind(key, left, right), excerptKeyword(key, left), excerptKeyword(key, right))];
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
  if (toCanonical(before) === toCanonical(after)) return [];
  const texts = [excerptKeyword("format", before), excerptKeyword("format", after)] as const;
  if (before === "binary" || after === "binary") return [createChange(place, "binary-changed", ...texts)];
  if (before === undefined) return [createChange(place, "format-added", ...texts)];
  return [createChange(place, after === undefined ? "format-removed" : "format-changed", ...texts)];
}

function compareDefault(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  if (before === undefined && after === undefined) return [];
  const texts = [excerptKeyword("default", before), excerptKeyword("default", after)] as const;
  if (before === undefined) return [createChange(place, "default-added", ...texts)];
  if (after === undefined) return [createChange(place, "default-removed", ...texts)];
  return toCanonicalData(before) === toCanonicalData(after) ? [] : [createChange(place, "default-changed", ...texts)];
}

function compareAccess(place: Place, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  if ((before === true) === (after === true)) return [];
  return [createChange(place, "access-changed", excerptKeyword(key, before), excerptKeyword(key, after))];
}
