import type { JsonObject } from "../document/json.ts";
import { listOperations, listWebhooks } from "../document/list-operations.ts";
import { compareComponents } from "./compare/compare-components.ts";
import { compareDocumentParts } from "./compare/compare-document-parts.ts";
import { compareOperations, operationPlace } from "./compare/compare-operations.ts";
import { comparePathItems } from "./compare/compare-path-items.ts";
import type { Area, Change } from "./judge/change.ts";
import { changeAt } from "./judge/place.ts";
import { findRenames } from "./walk/find-renames.ts";
import { matchOperations } from "./walk/match-operations.ts";
import type { Session } from "./walk/session.ts";
import { usageOf } from "./walk/usage.ts";

/**
 * The differences between two OpenAPI documents for who calls the API, each judged, in an order that depends on neither
 * document's order of keys. Silent about examples and `x-evidence`. A shared component reports its changes once, with the
 * operations that they reach.
 */
export function diffDocuments(before: JsonObject, after: JsonObject): Change[] {
  const renames = findRenames(before, after);
  const session = { before, after, renames, usage: usageOf(before, after, renames) };
  return [
    ...compareDocumentParts(before, after),
    ...comparePathItems(before, after),
    ...compareAllOperations(session),
    ...compareComponents(session),
  ].sort(byPlace);
}

function compareAllOperations(session: Session): Change[] {
  return [compareListed(session, "operation", listOperations), compareListed(session, "webhook", listWebhooks)].flat();
}

function compareListed(session: Session, noun: "operation" | "webhook", list: typeof listOperations): Change[] {
  const { pairs, removed, added } = matchOperations(list(session.before), list(session.after));
  return [
    ...pairs.flatMap(([left, right]) => compareOperations(session, left, right)),
    ...removed.map((operation) => changeAt(operationPlace(operation), `${noun}-removed`)),
    ...added.map((operation) => changeAt(operationPlace(operation), `${noun}-added`)),
  ];
}

const AREAS: readonly Area[] = ["document", "path", "operation", "webhook", "schema", "component"];

function byPlace(left: Change, right: Change): number {
  const [a, b] = [sortKey(left), sortKey(right)];
  const difference = a.findIndex((text, index) => text !== b[index]);
  if (difference === -1) return 0;
  return (a[difference] ?? "") < (b[difference] ?? "") ? -1 : 1;
}

function sortKey({ where, rule, before = "", after = "" }: Change): string[] {
  return [String(AREAS.indexOf(where.area)), where.subject, where.part, where.field, rule, before, after];
}
