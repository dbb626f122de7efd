import { groupBy } from "../../document/group-by.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import { isTrueIn, objectIn, valueAt } from "../../document/json.ts";
import { resolve } from "../../document/resolve.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { compareNodes, compareOtherKeywords, readKeywords } from "../schema/compare-keywords.ts";
import { excerptSchema, excerptValue } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";
import { compareHeaderName, compareParameter } from "./compare-parameters.ts";
import { pairStatuses } from "./pair-statuses.ts";

const HANDLED_IN_BODY: ReadonlySet<string> = new Set(["required", "content"]);

/** Compares the request bodies of an operation, either of which may be missing. */
export function compareBody(scope: Scope, place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = withNodes(enterPart(place, "body"), before, after);
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [createChange(here, "body-removed")];
  if (before === undefined) {
    return [
      createChange(
        here,
        isTrueIn(resolve(scope.after.document, after), "required") ? "required-body-added" : "body-added",
      ),
    ];
  }
  return compareNodes(scope, here, before, after, (left, right) => compareBodies(scope, here, left, right));
}

/** Compares two bodies, following references. */
export function compareBodies(scope: Scope, around: Place, before: JsonObject, after: JsonObject): Change[] {
  const place = withNodes(around, before, after);
  const isRequired = isTrueIn(after, "required");
  const presence = isRequired ? "body-became-required" : "body-became-optional";
  return [
    ...(isTrueIn(before, "required") === isRequired ? [] : [createChange(place, presence)]),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED_IN_BODY),
  ];
}

const HANDLED_IN_RESPONSE: ReadonlySet<string> = new Set(["headers", "content"]);

/** Compares the responses of an operation, status by status. */
export function compareResponses(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return pairStatuses(before, after).flatMap(({ status, cover, ...keys }) => {
    const noun = status.startsWith("2") ? "success-status" : "error-status";
    const left = keys.before === undefined ? undefined : valueAt(before, keys.before);
    const right = keys.after === undefined ? undefined : valueAt(after, keys.after);
    const here = withNodes(enterPart(place, `response ${status}`), left, right);
    const covered =
      cover === undefined ? [] : [createChange(here, cover, excerptValue(keys.before), excerptValue(keys.after))];
    if (right === undefined) return covered.length > 0 ? covered : [createChange(here, `${noun}-removed`)];
    if (left === undefined) return [createChange(here, `${noun}-added`)];
    const inside = compareNodes(scope, here, left, right, (...nodes) => compareResponse(scope, here, ...nodes));
    // Descriptions of different statuses always differ.
    return [...covered, ...(cover === undefined ? inside : inside.filter(({ kind }) => kind !== "text-changed"))];
  });
}

/** Compares two responses, following references. */
export function compareResponse(scope: Scope, around: Place, before: JsonObject, after: JsonObject): Change[] {
  const place = withNodes(around, before, after);
  return [
    ...compareHeaders(scope, place, objectIn(before, "headers"), objectIn(after, "headers")),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED_IN_RESPONSE),
  ];
}

function compareHeaders(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const [lefts, rights] = [groupBy(Object.entries(before), toKey), groupBy(Object.entries(after), toKey)];
  return [...new Set([...lefts.keys(), ...rights.keys()])].sort().flatMap((key) => {
    const [[from, left] = [], [to, right] = []] = [lefts.get(key)?.[0] ?? [], rights.get(key)?.[0] ?? []];
    const name = to ?? from ?? "";
    const here = withNodes(enterPart(place, `header ${name}`), left, right);
    if (right === undefined)
      return [createChange(here, "header-removed", excerptSchema(resolve(scope.before.document, left)["schema"]))];
    if (left === undefined) {
      return [
        createChange(here, "header-added", undefined, excerptSchema(resolve(scope.after.document, right)["schema"])),
      ];
    }
    return [
      ...compareHeaderName(here, from, to),
      ...compareNodes(scope, here, left, right, (...nodes) => compareParameter(scope, here, ...nodes, "header")),
    ];
  });
}

/** The name of a header has no case (RFC 9110, section 5.1). */
function toKey([name]: readonly [name: string, header: Json]): string {
  return name.toLowerCase();
}
