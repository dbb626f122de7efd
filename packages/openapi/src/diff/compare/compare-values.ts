import { isArray, type Json } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { canonicalData } from "../walk/canonical.ts";
import { shortValue } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";

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
  if (after === undefined) return [changeAt(place, "enum-opened", list(before))];
  if (before === undefined) return [changeAt(place, "enum-closed", undefined, list(after))];
  return [
    ...missing(before, after).map((value) => changeAt(place, "enum-value-removed", shortValue(value))),
    ...missing(after, before).map((value) => changeAt(place, "enum-value-added", undefined, shortValue(value))),
  ];
}

function compareOpen(place: Place, before: Shape, after: Shape): Change[] {
  const left = openValues(before);
  const right = openValues(after);
  // Closing or opening an enum is reported as that; only values new to both lists are news here.
  const known = left ?? before.values ?? [];
  const stillKnown = right ?? after.values ?? [];
  return [
    ...missing(left ?? [], stillKnown).map((value) =>
      changeAt(place, "extensible-enum-value-removed", shortValue(value)),
    ),
    ...missing(right ?? [], known).map((value) =>
      changeAt(place, "extensible-enum-value-added", undefined, shortValue(value)),
    ),
  ];
}

function openValues(shape: Shape): readonly Json[] | undefined {
  const values = shape.keywords.get(EXTENSIBLE_ENUM);
  return isArray(values) ? values.filter((value) => value !== null) : undefined;
}

/** The values of the first list that the second has not. */
function missing(values: readonly Json[], from: readonly Json[]): Json[] {
  const present = new Set(from.map(canonicalData));
  return values.filter((value) => !present.has(canonicalData(value)));
}

function list(values: readonly Json[] | undefined): string {
  return shortValue(
    (values ?? []).map((value) => (typeof value === "string" ? value : canonicalData(value))).join(" | "),
  );
}
