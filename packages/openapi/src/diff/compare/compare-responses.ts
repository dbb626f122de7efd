import type { JsonObject } from "../../document/json.ts";
import { objectIn, valueAt } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";
import { describe } from "../walk/describe.ts";
import { follow } from "../walk/references.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareNodes } from "./compare-nodes.ts";
import { compareParameter } from "./compare-parameter.ts";
import { namesIn } from "./names-in.ts";

const HANDLED: ReadonlySet<string> = new Set(["headers", "content"]);

/** Compares the answers of an operation, status by status. */
export function compareResponses(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return namesIn(before, after).flatMap((status) => {
    const here = atPart(place, `response ${status}`);
    const noun = status.startsWith("2") ? "success-status" : "error-status";
    const [left, right] = [valueAt(before, status), valueAt(after, status)];
    if (right === undefined) return [changeAt(here, `${noun}-removed`)];
    if (left === undefined) return [changeAt(here, `${noun}-added`)];
    return compareNodes(scope, here, left, right, (...nodes) => compareResponse(scope, here, ...nodes));
  });
}

/** Compares two answers, references followed. */
export function compareResponse(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return [
    ...compareHeaders(scope, place, objectIn(before, "headers"), objectIn(after, "headers")),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), HANDLED),
  ];
}

function compareHeaders(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return namesIn(before, after).flatMap((name) => {
    const here = atPart(place, `header ${name}`);
    const [left, right] = [valueAt(before, name), valueAt(after, name)];
    if (right === undefined) return [changeAt(here, "header-removed", describe(follow(scope.before, left)["schema"]))];
    if (left === undefined) {
      return [changeAt(here, "header-added", undefined, describe(follow(scope.after, right)["schema"]))];
    }
    return compareNodes(scope, here, left, right, (...nodes) => compareParameter(scope, here, ...nodes, "header"));
  });
}
