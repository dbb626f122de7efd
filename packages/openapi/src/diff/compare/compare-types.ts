import type { Change } from "../judge/change.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { describeTypes } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";

/** Compares whether null is allowed. */
export function compareNullability(place: Place, before: Shape, after: Shape): Change[] {
  if (before.nullable === after.nullable) return [];
  return [changeAt(place, after.nullable ? "became-nullable" : "became-not-nullable")];
}

/** Compares the types apart from null. */
export function compareTypes(place: Place, before: Shape, after: Shape): Change[] {
  const kind = typeChange(before.types, after.types);
  if (kind === undefined) return [];
  return [changeAt(place, kind, describeTypes(before), describeTypes(after))];
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

/** Whether every value of the inner types is one of the outer types; no types at all means any. */
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
