import { isArray, isObject, type Json } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";

/** Compares lists of security requirements: each entry is one way in, and an empty list is the way without a key. */
export function compareSecurity(place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = atPart(place, "security");
  const [left, right] = [waysIn(before), waysIn(after)];
  const gone = left.filter((way) => !right.includes(way));
  const fresh = right.filter((way) => !left.includes(way));
  return [
    ...gone.map((way) => changeAt(here, "security-alternative-removed", way)),
    ...fresh.map((way) => changeAt(here, "security-alternative-added", undefined, way)),
  ];
}

const OPEN = "(no key)";

function waysIn(requirements: Json | undefined): readonly string[] {
  const ways = isArray(requirements) ? requirements.map(wayOf) : [];
  return ways.length === 0 ? [OPEN] : ways;
}

function wayOf(requirement: Json): string {
  const schemes = isObject(requirement) ? Object.entries(requirement) : [];
  const named = schemes.map(([scheme, scopes]) =>
    isArray(scopes) && scopes.length > 0 ? `${scheme} (${scopes.map(String).sort().join(", ")})` : scheme,
  );
  return named.sort().join(" + ") || OPEN;
}
