import { isArray, type Json } from "../../document/json.ts";
import { toCanonicalData } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import type { Place } from "../change/place.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { excerptTypes, excerptValue, shorten } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";

/** Compares whether null is allowed. */
export function compareNullability(place: Place, before: Shape, after: Shape): Change[] {
  if (before.nullable === after.nullable) return [];
  return [createChange(place, after.nullable ? "became-nullable" : "became-not-nullable")];
}

/** Compares the types apart from null. */
export function compareTypes(place: Place, before: Shape, after: Shape): Change[] {
  const kind = typeChange(before.types, after.types);
  if (kind === undefined) return [];
  return [createChange(place, kind, excerptTypes(before), excerptTypes(after))];
}

type Types = ReadonlySet<string> | undefined;

function typeChange(before: Types, after: Types): ChangeKind | undefined {
  const widens = covers(after, before);
  const narrows = covers(before, after);
  if (widens && narrows) return undefined;
  if (before !== undefined && after !== undefined && sameInTypeScript(before, after)) {
    if (widens) return "integer-widened";
    if (narrows) return "integer-narrowed";
  }
  if (widens) return "type-widened";
  return narrows ? "type-narrowed" : "type-changed";
}

/** Whether the outer types allow every value of the inner types; an absent list allows any type. */
function covers(outer: Types, inner: Types): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  return [...inner].every((type) => outer.has(type) || (type === "integer" && outer.has("number")));
}

function sameInTypeScript(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const left = new Set([...before].map(typeScriptName));
  const right = new Set([...after].map(typeScriptName));
  return left.size === right.size && [...left].every((type) => right.has(type));
}

function typeScriptName(type: string): string {
  return type === "integer" ? "number" : type;
}

/** The extension that lists the known values of an open enum. */
export const EXTENSIBLE_ENUM = "x-extensible-enum";

/** Compares closed enums (`enum`, `const`) and open ones (`x-extensible-enum`), value by value. */
export function compareValues(place: Place, before: Shape, after: Shape): Change[] {
  return [...compareClosed(place, before.values, after.values), ...compareOpen(place, before, after)];
}

function compareClosed(
  place: Place,
  before: readonly Json[] | undefined,
  after: readonly Json[] | undefined,
): Change[] {
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [createChange(place, "enum-opened", excerptList(before))];
  if (before === undefined) return [createChange(place, "enum-closed", undefined, excerptList(after))];
  if (before.length > 0 && after.length > 0 && selectMissing(before, after).length === before.length) {
    return [createChange(place, "values-replaced", excerptList(before), excerptList(after))];
  }
  return [
    ...selectMissing(before, after).map((value) => createChange(place, "enum-value-removed", excerptValue(value))),
    ...selectMissing(after, before).map((value) =>
      createChange(place, "enum-value-added", undefined, excerptValue(value)),
    ),
  ];
}

function compareOpen(place: Place, before: Shape, after: Shape): Change[] {
  const left = readOpenValues(before);
  const right = readOpenValues(after);
  // Closing or opening an enum is a separate change; only values new to both lists are reported here.
  const known = left ?? before.values ?? [];
  const stillKnown = right ?? after.values ?? [];
  return [
    ...selectMissing(left ?? [], stillKnown).map((value) =>
      createChange(place, "extensible-enum-value-removed", excerptValue(value)),
    ),
    ...selectMissing(right ?? [], known).map((value) =>
      createChange(place, "extensible-enum-value-added", undefined, excerptValue(value)),
    ),
  ];
}

function readOpenValues(shape: Shape): readonly Json[] | undefined {
  const values = shape.keywords.get(EXTENSIBLE_ENUM);
  return isArray(values) ? values.filter((value) => value !== null) : undefined;
}

/** The values of the first list that are missing from the second. */
function selectMissing(values: readonly Json[], from: readonly Json[]): Json[] {
  const present = new Set(from.map(toCanonicalData));
  return values.filter((value) => !present.has(toCanonicalData(value)));
}

function excerptList(values: readonly Json[] = []): Excerpt {
  const text = values.map((value) => (typeof value === "string" ? value : toCanonicalData(value))).join(" | ");
  return { text: shorten(text), value: values };
}
