import type { Json, JsonObject } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { componentKey, follow, referenceOf, shortName } from "../walk/references.ts";
import { type Scope, translate } from "../walk/session.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";

/**
 * Compares two parameters, bodies, answers or headers that may stand behind references. A reference to the same component
 * on both sides is equal here: the component reports its own changes, once.
 */
export function compareNodes(
  scope: Scope,
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
  compare: (before: JsonObject, after: JsonObject) => Change[],
): Change[] {
  const left = componentReference(before);
  const right = componentReference(after);
  const known = left === undefined ? undefined : translate(scope.renames, left);
  if (known !== undefined && known === right) {
    return compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), REFERENCE);
  }
  const renamed = left !== undefined && right !== undefined;
  return [
    ...(renamed ? [changeAt(place, "reference-changed", shortName(left), shortName(right))] : []),
    ...compare(follow(scope.before, before), follow(scope.after, after)),
  ];
}

const REFERENCE: ReadonlySet<string> = new Set(["$ref"]);

function componentReference(node: Json | undefined): string | undefined {
  const reference = referenceOf(node);
  return reference === undefined || componentKey(reference) === undefined ? undefined : reference;
}
