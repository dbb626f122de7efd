import { type JsonObject, objectIn, valueAt } from "../../document/json.ts";
import { toTemplateForm } from "../../document/path-template.ts";
import type { ApiOperation } from "../../document/read-api.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { createPlace, type Place, reverseDirection, withDirection, withNodes } from "../change/place.ts";
import { compareOtherKeywords, compareTags, readKeywords } from "../schema/compare-keywords.ts";
import { excerptValue } from "../walk/describe.ts";
import { openScope, type Session } from "../walk/session.ts";
import { compareSecurity, compareServers } from "./compare-access.ts";
import { compareCallbacks } from "./compare-callbacks.ts";
import { compareBody, compareResponses } from "./compare-messages.ts";
import { compareParameters } from "./compare-parameters.ts";

const HANDLED: ReadonlySet<string> = new Set([
  "operationId",
  "tags",
  "servers",
  "security",
  "parameters",
  "requestBody",
  "responses",
  "callbacks",
]);

/** Compares the old and new version of an operation or webhook. */
export function compareOperations(session: Session, before: ApiOperation, after: ApiOperation): Change[] {
  const scope = openScope(session);
  const [left, right] = [before.object, after.object];
  const place = withNodes(createOperationPlace(session, after), left, right);
  const back = withDirection(place, reverseDirection(place.direction));
  return [
    ...compareIdentity(place, before, after),
    ...compareParameters(scope, place, before, after),
    ...compareBody(scope, place, valueAt(left, "requestBody"), valueAt(right, "requestBody")),
    ...compareResponses(scope, back, objectIn(left, "responses"), objectIn(right, "responses")),
    ...compareCallbacks(scope, place, before, after),
    ...compareServers(place, selectServerHolder(before), selectServerHolder(after)),
    ...compareOwnSecurity(session, place, left, right),
    ...compareOtherKeywords(place, readKeywords(left), readKeywords(right), HANDLED),
  ];
}

/** Creates the place of an operation, in the direction of its request. */
export function createOperationPlace({ indexes }: Session, operation: ApiOperation): Place {
  const { id, method, path, label, isWebhook } = operation;
  const verb = method.toUpperCase();
  if (!isWebhook) return createPlace(indexes, "operation", `${verb} ${path}`, "request", [label], id);
  // Webhooks use POST; any other method is part of the name.
  return createPlace(indexes, "webhook", method === "post" ? path : `${verb} ${path}`, "response", [label], id);
}

function compareIdentity(place: Place, before: ApiOperation, after: ApiOperation): Change[] {
  const idKind = before.id === undefined ? "operation-id-added" : "operation-id-changed";
  const isRespelled = toTemplateForm(before.path) !== toTemplateForm(after.path);
  return [
    ...(isRespelled
      ? [createChange(place, "path-respelled", excerptValue(before.path), excerptValue(after.path))]
      : []),
    ...(before.id === after.id ? [] : [createChange(place, idKind, excerptValue(before.id), excerptValue(after.id))]),
    ...compareTags(place, before.object["tags"], after.object["tags"]),
  ];
}

/** Servers of the document are compared once, with the document. */
function selectServerHolder({ object, pathItem }: ApiOperation): JsonObject {
  return Object.hasOwn(object, "servers") ? object : pathItem;
}

function compareOwnSecurity(session: Session, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const [own, later] = [valueAt(before, "security"), valueAt(after, "security")];
  // Security that both inherit from the document is compared once, with the document.
  if (own === undefined && later === undefined) return [];
  return compareSecurity(
    place,
    own ?? valueAt(session.before.document, "security"),
    later ?? valueAt(session.after.document, "security"),
  );
}
