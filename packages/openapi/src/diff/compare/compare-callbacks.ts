import { groupBy } from "../../document/group-by.ts";
import { objectIn, valueAt } from "../../document/json.ts";
import { type ApiOperation, readCallbacks } from "../../document/read-api.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, reverseDirection, withDirection, withNodes } from "../change/place.ts";
import { compareOtherKeywords, readKeywords } from "../schema/compare-keywords.ts";
import type { Scope } from "../walk/session.ts";
import { compareBody, compareResponses } from "./compare-messages.ts";
import { compareParameters } from "./compare-parameters.ts";

const HANDLED: ReadonlySet<string> = new Set([
  ...["operationId", "tags", "servers", "security", "callbacks"],
  ...["parameters", "requestBody", "responses"],
]);

/** Compares the calls that an operation makes the API send, like webhooks: the caller receives their bodies. */
export function compareCallbacks(scope: Scope, place: Place, before: ApiOperation, after: ApiOperation): Change[] {
  const left = groupBy(readCallbacks(scope.before.document, before), toName);
  const right = groupBy(readCallbacks(scope.after.document, after), toName);
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((name) => {
    const [[earlier] = [], [later] = []] = [left.get(name), right.get(name)];
    const part = enterPart(withDirection(place, reverseDirection(place.direction)), `callback ${name}`);
    const here = withNodes(part, earlier?.object, later?.object);
    if (later === undefined) return [createChange(here, "callback-removed")];
    if (earlier === undefined) return [createChange(here, "callback-added")];
    return compareCallback(scope, here, earlier, later);
  });
}

function toName({ path, method }: ApiOperation): string {
  return method === "post" ? path : `${path} ${method.toUpperCase()}`;
}

function compareCallback(scope: Scope, place: Place, before: ApiOperation, after: ApiOperation): Change[] {
  const [left, right] = [before.object, after.object];
  const back = withDirection(place, reverseDirection(place.direction));
  return [
    ...compareParameters(scope, place, before, after),
    ...compareBody(scope, place, valueAt(left, "requestBody"), valueAt(right, "requestBody")),
    ...compareResponses(scope, back, objectIn(left, "responses"), objectIn(right, "responses")),
    ...compareOtherKeywords(place, readKeywords(left), readKeywords(right), HANDLED),
  ];
}
