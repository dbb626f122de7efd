import type { Json, JsonObject } from "../../document/json.ts";
import { isTrueIn, objectIn, valueAt } from "../../document/json.ts";
import { resolve } from "../../document/resolve.ts";
import type { Change } from "../judge/change.ts";
import { createChange, enterPart, type Place } from "../judge/place.ts";
import { describeSchema } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";
import { compareNodes, compareOtherKeywords, listNames, readKeywords } from "./compare-keywords.ts";
import { compareParameter } from "./compare-parameters.ts";

const HANDLED_IN_BODY: ReadonlySet<string> = new Set(["required", "content"]);

/** Compares the request bodies of an operation, either of which may be missing. */
export function compareBody(scope: Scope, place: Place, before: Json | undefined, after: Json | undefined): Change[] {
  const here = enterPart(place, "body");
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
export function compareBodies(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
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
  return listNames(before, after).flatMap((status) => {
    const here = enterPart(place, `response ${status}`);
    const noun = status.startsWith("2") ? "success-status" : "error-status";
    const [left, right] = [valueAt(before, status), valueAt(after, status)];
    if (right === undefined) return [createChange(here, `${noun}-removed`)];
    if (left === undefined) return [createChange(here, `${noun}-added`)];
    return compareNodes(scope, here, left, right, (...nodes) => compareResponse(scope, here, ...nodes));
  });
}

/** Compares two responses, following references. */
export function compareResponse(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return [
    ...compareHeaders(scope, place, objectIn(before, "headers"), objectIn(after, "headers")),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED_IN_RESPONSE),
  ];
}

function compareHeaders(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  return listNames(before, after).flatMap((name) => {
    const here = enterPart(place, `header ${name}`);
    const [left, right] = [valueAt(before, name), valueAt(after, name)];
    if (right === undefined)
      return [createChange(here, "header-removed", describeSchema(resolve(scope.before.document, left)["schema"]))];
    if (left === undefined) {
      return [
        createChange(here, "header-added", undefined, describeSchema(resolve(scope.after.document, right)["schema"])),
      ];
    }
    return compareNodes(scope, here, left, right, (...nodes) => compareParameter(scope, here, ...nodes, "header"));
  });
}
