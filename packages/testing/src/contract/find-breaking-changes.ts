import { type ApiContent, findResponse, type Json, toMediaType } from "@nectar-sdk/openapi/document";
import { findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { listProblemsByPlace } from "../check/check-body.ts";
import { checkRequest } from "../check/check-request.ts";
import { maskIndexes } from "../check/check-response.ts";
import type { CheckedResponse } from "../check/exchange.ts";
import { locate } from "../check/locate.ts";
import { assignOperation, createViolation, type Violation } from "../check/violation.ts";
import { findOperation } from "../document/find-operation.ts";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { Interaction } from "../recording/recording.ts";

/**
 * Finds what would break the recorded calls of one version on another version.
 *
 * Ignores violations that existed before, and additions of the other version.
 */
export function findBreakingChanges(
  from: ApiDocument,
  to: ApiDocument,
  interactions: readonly Interaction[],
): Interaction[] {
  return interactions.map((interaction) => ({ ...interaction, violations: findBreaks(from, to, interaction) }));
}

function findBreaks(from: ApiDocument, to: ApiDocument, { operation, request, response }: Interaction): Violation[] {
  const { path, ...rest } = request;
  const before = new Set(checkRequest(from, { ...rest, url: from.basePath + path }).map(keyOf));
  const refused = checkRequest(to, { ...rest, url: to.basePath + path }).filter(
    (found) => found.severity === "error" && !before.has(keyOf(found)),
  );
  const old = findOperation(from, operation);
  const now = locate(to, request.method, to.basePath + path, to.basePath).operation;
  // Without an operation, only the request is compared.
  const broken =
    old === undefined || now === undefined || response === undefined
      ? []
      : findResponseBreaks(from, old, to, now, response);
  return old === undefined ? refused : assignOperation([...refused, ...broken], old.name);
}

function findResponseBreaks(
  from: ApiDocument,
  old: Operation,
  to: ApiDocument,
  now: Operation,
  response: CheckedResponse,
): Violation[] {
  const was = findResponse(old, response.status);
  if (was === undefined) return [];
  const is = findResponse(now, response.status);
  if (is === undefined) {
    const declared = [...now.responses.keys()].join(", ");
    return [
      createViolation("undeclared-status", "status", `${to.version} declares ${declared}, not ${response.status}`),
    ];
  }
  const { headers, body } = response;
  const type = toMediaType(headers["content-type"]);
  const [oldContent, newContent] = [was.content.get(type), is.content.get(type)];
  if (oldContent === undefined || body === undefined || !("json" in body)) return [];
  if (newContent === undefined)
    return [
      createViolation(
        "undeclared-response-type",
        "header.content-type",
        `${to.version} does not declare responses of type ${type}`,
      ),
    ];
  return findValueBreaks(from, oldContent, to, newContent, body.json);
}

function findValueBreaks(
  from: ApiDocument,
  old: ApiContent,
  to: ApiDocument,
  now: ApiContent,
  value: Json,
): Violation[] {
  const unknownBefore = new Set(findUndeclaredProperties(from.json, old.schema, value));
  const removed = findUndeclaredProperties(to.json, now.schema, value).filter((at) => !unknownBefore.has(at));
  const wrongBefore = new Set(listProblemsByPlace(from, old.schema, value).map(([at]) => at));
  const changed = listProblemsByPlace(to, now.schema, value).filter(([at, message]) => {
    // A property that the other version adds is missing in every recording.
    return (
      !wrongBefore.has(at) &&
      !/^(\S+|the body) must have required property '[^']*'( and must have required property '[^']*')*$/.test(message)
    );
  });
  return removeDuplicates([
    ...removed.map((at) => {
      const place = maskIndexes(at);
      return createViolation(
        "removed-response-property",
        `body ${place}`,
        `${to.version} does not declare ${place}, which was received`,
      );
    }),
    ...changed.map(([at, message]) => {
      const place = maskIndexes(at);
      return createViolation("changed-response-property", place, `by ${to.version}, ${maskIndexes(message)}`);
    }),
  ]);
}

/** Reports a property once, not for each item of a list. */
function removeDuplicates(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((found) => [JSON.stringify([found.at, found.message]), found])).values()];
}

function keyOf({ code, at }: Violation): string {
  return JSON.stringify([code, at]);
}
