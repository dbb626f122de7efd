import type { JsonObject } from "../../document/json.ts";
import type { FoundOperation } from "../../document/list-operations.ts";
import { objectIn, valueAt } from "../../document/lookup.ts";
import { templateForm } from "../../document/path-template.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, opposite, type Place, placeOf, towards } from "../judge/place.ts";
import { isWebhook, labelOf, parameterNodes, pathItemOf } from "../walk/operation-parts.ts";
import { openScope, type Session } from "../walk/session.ts";
import { compareBody } from "./compare-body.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import { compareTags } from "./compare-tags.ts";

const HANDLED: ReadonlySet<string> = new Set([
  "operationId",
  "tags",
  "servers",
  "security",
  "parameters",
  "requestBody",
  "responses",
]);

/** Compares two operations, or two webhooks, that are the same one. */
export function compareOperations(session: Session, before: FoundOperation, after: FoundOperation): Change[] {
  const scope = openScope(session);
  const place = operationPlace(after);
  const back = towards(place, opposite(place.direction));
  const [left, right] = [before.object, after.object];
  return [
    ...compareIdentity(place, before, after),
    ...compareParameters(
      scope,
      place,
      { path: before.path, nodes: parameterNodes(session.before, before) },
      { path: after.path, nodes: parameterNodes(session.after, after) },
    ),
    ...compareBody(scope, place, valueAt(left, "requestBody"), valueAt(right, "requestBody")),
    ...compareResponses(scope, back, objectIn(left, "responses"), objectIn(right, "responses")),
    ...compareServers(place, serversFor(session.before, before), serversFor(session.after, after)),
    ...compareOwnSecurity(session, place, left, right),
    ...compareOtherKeywords(place, keywordsOf(left), keywordsOf(right), HANDLED),
  ];
}

/** Where an operation stands; its own direction is that of its request. */
export function operationPlace(operation: FoundOperation): Place {
  const { id, method, path } = operation;
  const verb = method.toUpperCase();
  if (!isWebhook(operation)) return placeOf("operation", `${verb} ${path}`, "request", [labelOf(operation)], id);
  // A webhook is posted; another method would be told apart by it.
  return placeOf("webhook", method === "post" ? path : `${verb} ${path}`, "response", [labelOf(operation)], id);
}

function compareIdentity(place: Place, before: FoundOperation, after: FoundOperation): Change[] {
  const [from, to] = [before, after].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const isMoved = before.method !== after.method || templateForm(before.path) !== templateForm(after.path);
  return [
    ...(isMoved ? [changeAt(place, "operation-moved", from, to)] : []),
    ...(before.id === after.id ? [] : [changeAt(place, "operation-id-changed", before.id, after.id)]),
    ...compareTags(place, before.object["tags"], after.object["tags"]),
  ];
}

/** The servers of the operation itself or of its path; those of the document are compared once, there. */
function serversFor(document: JsonObject, operation: FoundOperation): JsonObject {
  return Object.hasOwn(operation.object, "servers") ? operation.object : pathItemOf(document, operation);
}

function compareOwnSecurity(session: Session, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const [own, later] = [valueAt(before, "security"), valueAt(after, "security")];
  // What both take over from the document is compared once, there.
  if (own === undefined && later === undefined) return [];
  return compareSecurity(
    place,
    own ?? valueAt(session.before, "security"),
    later ?? valueAt(session.after, "security"),
  );
}
