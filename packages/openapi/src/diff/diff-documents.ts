import { type JsonObject, objectIn, valueAt } from "../document/json.ts";
import { toTemplateForm } from "../document/path-template.ts";
import { type ApiOperation, METHODS, readApi } from "../document/read-api.ts";
import { resolve } from "../document/resolve.ts";
import { compareSecurity, compareServers } from "./compare/compare-access.ts";
import { compareComponents } from "./compare/compare-components.ts";
import { compareOtherKeywords, compareTags, readKeywords } from "./compare/compare-keywords.ts";
import { compareOperations, createOperationPlace } from "./compare/compare-operations.ts";
import type { Area, Change } from "./judge/change.ts";
import { createChange, createPlace, enterPart } from "./judge/place.ts";
import { formatValue } from "./walk/describe.ts";
import { findRenames } from "./walk/find-renames.ts";
import { matchOperations } from "./walk/match-operations.ts";
import type { Session } from "./walk/session.ts";
import { collectUsage } from "./walk/usage.ts";

/**
 * Compares two OpenAPI documents and judges each difference for callers of the API. Ignores examples and `x-evidence`.
 * A shared component reports its changes once, with the operations that they affect. The order of keys does not matter.
 */
export function diffDocuments(before: JsonObject, after: JsonObject): Change[] {
  const renames = findRenames(before, after);
  const [earlier, later] = [readApi(before), readApi(after)];
  const session = { before: earlier, after: later, renames, usage: collectUsage(earlier, later, renames) };
  return [
    ...compareDocumentParts(before, after),
    ...comparePathItems(before, after),
    ...compareListed(session, "operation", earlier.operations, later.operations),
    ...compareListed(session, "webhook", earlier.webhooks, later.webhooks),
    ...compareComponents(session),
  ].sort(compareByPlace);
}

function compareListed(
  session: Session,
  noun: "operation" | "webhook",
  before: readonly ApiOperation[],
  after: readonly ApiOperation[],
): Change[] {
  const { pairs, removed, added } = matchOperations(before, after);
  return [
    ...pairs.flatMap(([left, right]) => compareOperations(session, left, right)),
    ...removed.map((operation) => createChange(createOperationPlace(operation), `${noun}-removed`)),
    ...added.map((operation) => createChange(createOperationPlace(operation), `${noun}-added`)),
  ];
}

const AREAS: readonly Area[] = ["document", "path", "operation", "webhook", "schema", "component"];

function compareByPlace(left: Change, right: Change): number {
  const [a, b] = [toSortKey(left), toSortKey(right)];
  const difference = a.findIndex((text, index) => text !== b[index]);
  if (difference === -1) return 0;
  return (a[difference] ?? "") < (b[difference] ?? "") ? -1 : 1;
}

function toSortKey({ where, rule, before = "", after = "" }: Change): string[] {
  return [String(AREAS.indexOf(where.area)), where.subject, where.part, where.field, rule, before, after];
}

const HANDLED_IN_DOCUMENT: ReadonlySet<string> = new Set([
  ...["openapi", "info", "servers", "security", "tags"],
  // Compared one by one.
  ...["paths", "webhooks", "components"],
]);

/** Compares everything in a document except its operations and components. */
function compareDocumentParts(before: JsonObject, after: JsonObject): Change[] {
  const place = createPlace("document", "document", "none", []);
  const [info, laterInfo] = [readKeywords(before["info"]), readKeywords(after["info"])];
  const { openapi } = before;
  return [
    ...(openapi === after["openapi"]
      ? []
      : [createChange(place, "openapi-version-changed", formatValue(openapi), formatValue(after["openapi"]))]),
    ...compareOtherKeywords(enterPart(place, "info"), info, laterInfo, new Set(), "info-changed"),
    ...compareServers(place, before, after),
    ...compareSecurity(place, valueAt(before, "security"), valueAt(after, "security")),
    ...compareTags(place, before["tags"], after["tags"]),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED_IN_DOCUMENT),
  ];
}

/** Compared with each operation of the path. */
const HANDLED_IN_PATH: ReadonlySet<string> = new Set([...METHODS, "parameters", "servers"]);

/** Compares the descriptions and extensions of paths. */
function comparePathItems(before: JsonObject, after: JsonObject): Change[] {
  const earlier = new Map(listPathItems(before).map(([path, item]) => [toTemplateForm(path), item]));
  return listPathItems(after).flatMap(([path, item]) => {
    const left = earlier.get(toTemplateForm(path));
    if (left === undefined) return [];
    return compareOtherKeywords(
      createPlace("path", path, "none", []),
      readKeywords(left),
      readKeywords(item),
      HANDLED_IN_PATH,
    );
  });
}

function listPathItems(document: JsonObject): [string, JsonObject][] {
  return Object.entries(objectIn(document, "paths")).map(([path, item]) => [path, resolve(document, item)]);
}
