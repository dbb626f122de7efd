import type { Json, JsonObject } from "../../document/json.ts";
import { isTrueIn } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";
import { follow } from "../walk/references.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareNodes } from "./compare-nodes.ts";

const HANDLED: ReadonlySet<string> = new Set(["required", "content"]);

/** Compares the request bodies of an operation, either of which may be missing. */
export function compareBody(scope: Scope, place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = atPart(place, "body");
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [changeAt(here, "body-removed")];
  if (before === undefined) {
    return [changeAt(here, isTrueIn(follow(scope.after, after), "required") ? "required-body-added" : "body-added")];
  }
  return compareNodes(scope, here, before, after, (left, right) => compareBodies(scope, here, left, right));
}

/** Compares two bodies, references followed. */
export function compareBodies(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const isRequired = isTrueIn(after, "required");
  const presence = isRequired ? "body-became-required" : "body-became-optional";
  return [
    ...(isTrueIn(before, "required") === isRequired ? [] : [changeAt(place, presence)]),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), HANDLED),
  ];
}
