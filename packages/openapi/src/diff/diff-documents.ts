import { type JsonObject, objectIn, valueAt } from "../document/json.ts";
import { toTemplateForm } from "../document/path-template.ts";
import { type ApiOperation, METHODS, readApi } from "../document/read-api.ts";
import { resolve } from "../document/resolve.ts";
import { toCanonical } from "./change/canonical.ts";
import type { Area, Change, View } from "./change/change.ts";
import { createChange, type Excerpt, viewChange } from "./change/create-change.ts";
import { copyDocument, indexDocument } from "./change/document-index.ts";
import { createPlace, enterPart, withNodes } from "./change/place.ts";
import { compareSecurity, compareServers } from "./compare/compare-access.ts";
import { compareComponents } from "./compare/compare-components.ts";
import { compareOperations, createOperationPlace } from "./compare/compare-operations.ts";
import { findMoved } from "./compare/find-moved.ts";
import { compareOtherKeywords, compareTags, readKeywords } from "./schema/compare-keywords.ts";
import { excerptKeyword } from "./walk/describe.ts";
import { findRenames } from "./walk/find-renames.ts";
import { matchOperations } from "./walk/match-operations.ts";
import type { Session } from "./walk/session.ts";
import { collectUsage } from "./walk/usage.ts";

/** Settings of {@link diffDocuments}. */
export interface DiffOptions {
  /**
   * The view that decides the severity of a change.
   *
   * @default "both", the worse of them
   */
  readonly view?: View;
}

/**
 * Compares two OpenAPI documents and judges each difference for callers of the API. Ignores examples and `x-evidence`.
 * A shared component reports its changes once, with the operations that they affect. The order of keys does not matter.
 */
export function diffDocuments(left: JsonObject, right: JsonObject, options: DiffOptions = {}): Change[] {
  const { view = "both" } = options;
  const [before, after] = [copyDocument(left), copyDocument(right)];
  const renames = findRenames(before, after);
  const [earlier, later] = [readApi(before), readApi(after)];
  const indexes = { before: indexDocument(before), after: indexDocument(after) };
  const usage = collectUsage(earlier, later, renames);
  const compared = { before: earlier, after: later, indexes, renames, usage, moved: new Set<string>() };
  const session: Session = { ...compared, moved: findMoved(compared) };
  const changes = [
    ...compareDocumentParts(session),
    ...comparePathItems(session),
    ...compareListed(session, "operation", earlier.operations, later.operations),
    ...compareListed(session, "webhook", earlier.webhooks, later.webhooks),
    ...compareComponents(session),
  ].sort(compareByPlace);
  return dropRepeated(changes).map((change) => viewChange(change, view));
}

/** Drops the second of two changes that only differ in their pointers, such as those of two unnamed branches of a union. */
function dropRepeated(changes: readonly Change[]): Change[] {
  return [...new Map(changes.toReversed().map((change) => [change.id, change])).values()].reverse();
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
    ...removed.map((operation) => {
      const place = createOperationPlace(session, operation);
      return createChange(
        withNodes(place, operation.object, undefined),
        `${noun}-removed`,
        excerptOperation(operation),
      );
    }),
    ...added.map((operation) => {
      const place = createOperationPlace(session, operation);
      return createChange(
        withNodes(place, undefined, operation.object),
        `${noun}-added`,
        undefined,
        excerptOperation(operation),
      );
    }),
  ];
}

/** The whole operation, for a reader who looks for the same one elsewhere; the place says enough as text. */
function excerptOperation({ object }: ApiOperation): Excerpt {
  return { text: "", value: object };
}

const AREAS: readonly Area[] = ["document", "path", "operation", "webhook", "schema", "component"];

function compareByPlace(left: Change, right: Change): number {
  const [a, b] = [toSortKey(left), toSortKey(right)];
  const difference = a.findIndex((text, index) => text !== b[index]);
  if (difference === -1) return 0;
  return (a[difference] ?? "") < (b[difference] ?? "") ? -1 : 1;
}

function toSortKey({ where, rule, before = "", after = "", id, pointers }: Change): string[] {
  const place = [String(AREAS.indexOf(where.area)), where.subject, where.part, where.field];
  return [...place, rule, before, after, id, pointers.before ?? "", pointers.after ?? ""];
}

const HANDLED_IN_DOCUMENT: ReadonlySet<string> = new Set([
  ...["openapi", "info", "servers", "security", "tags"],
  // Compared one by one.
  ...["paths", "webhooks", "components"],
]);

/** Compares everything in a document except its operations and components. */
function compareDocumentParts({ indexes, ...session }: Session): Change[] {
  const [before, after] = [session.before.document, session.after.document];
  const place = withNodes(createPlace(indexes, "document", "document", "none", []), before, after);
  const [info, laterInfo] = [readKeywords(before["info"]), readKeywords(after["info"])];
  const { openapi } = before;
  const infoPlace = withNodes(enterPart(place, "info"), before["info"], after["info"]);
  return [
    ...(toCanonical(openapi) === toCanonical(after["openapi"])
      ? []
      : [
          createChange(
            place,
            "openapi-version-changed",
            excerptKeyword("openapi", openapi),
            excerptKeyword("openapi", after["openapi"]),
          ),
        ]),
    ...compareOtherKeywords(infoPlace, info, laterInfo, new Set(), "info-changed"),
    ...compareServers(place, before, after),
    ...compareSecurity(place, valueAt(before, "security"), valueAt(after, "security")),
    ...compareTags(place, before["tags"], after["tags"]),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED_IN_DOCUMENT),
  ];
}

/** Compared with each operation of the path. */
const HANDLED_IN_PATH: ReadonlySet<string> = new Set([...METHODS, "parameters", "servers"]);

/** Compares the descriptions and extensions of paths. */
function comparePathItems({ indexes, before, after }: Session): Change[] {
  const earlier = new Map(listPathItems(before.document).map(([path, item]) => [toTemplateForm(path), item]));
  return listPathItems(after.document).flatMap(([path, item]) => {
    const left = earlier.get(toTemplateForm(path));
    if (left === undefined) return [];
    return compareOtherKeywords(
      withNodes(createPlace(indexes, "path", path, "none", []), left, item),
      readKeywords(left),
      readKeywords(item),
      HANDLED_IN_PATH,
    );
  });
}

function listPathItems(document: JsonObject): [string, JsonObject][] {
  return Object.entries(objectIn(document, "paths")).map(([path, item]) => [path, resolve(document, item)]);
}
