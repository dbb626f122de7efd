import type { Json } from "../../document/json.ts";
import { lookUp } from "../../document/pointer.ts";
import type { Place } from "../change/place.ts";
import { toComponentKey } from "../walk/components.ts";
import { type Scope, translate } from "../walk/session.ts";

/**
 * Marks a place at which both sides read components that they share together with other keywords. Such a component reports its own
 * changes, so the properties that come from it alone are not reported here again.
 */
export function withSharedParts(scope: Scope, place: Place, common: ReadonlySet<string>): Place {
  const keys = new Set(
    [...common].map(toComponentKey).filter((key) => key !== undefined && key !== toSubjectKey(place)),
  );
  if (keys.size === 0) return place;
  const outer = place.isReportedElsewhere;
  return {
    ...place,
    isReportedElsewhere: (before, after) => outer(before, after) || isSharedPart(scope, keys, before, after),
  };
}

function toSubjectKey({ where: { area, subject } }: Place): string | undefined {
  if (area === "schema") return `schemas/${subject}`;
  return area === "component" ? subject : undefined;
}

function isSharedPart(
  { indexes, renames, before: { document: earlier }, after: { document: later } }: Scope,
  keys: ReadonlySet<string | undefined>,
  before: Json | undefined,
  after: Json | undefined,
): boolean {
  const left = indexes.before.get(before)?.pointer;
  const right = indexes.after.get(after)?.pointer;
  const [from, to] = [left === undefined ? undefined : translate(renames, left), right];
  const isInside = (pointer: string | undefined) => pointer !== undefined && keys.has(toComponentKey(pointer));
  // A merged or missing value has no place of its own.
  if (before !== undefined && after !== undefined) return isInside(from) && from === to;
  if (after === undefined) return left !== undefined && isInside(from) && isNewIn(later, from ?? left);
  return right !== undefined && isInside(to) && isNewIn(earlier, toOldName(renames, right));
}

/** Whether a document lacks a property, but has the object around it. */
function isNewIn(document: Scope["before"]["document"], pointer: string): boolean {
  const object = pointer.split("/").slice(0, -2).join("/");
  return lookUp(document, pointer) === undefined && lookUp(document, object) !== undefined;
}

function toOldName(renames: Scope["renames"], pointer: string): string {
  const reversed = new Map([...renames].map(([from, to]) => [to, from]));
  return translate(reversed, pointer);
}
