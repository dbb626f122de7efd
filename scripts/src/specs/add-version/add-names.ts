import {
  type ApiDescription,
  type ApiOperation,
  findSuccessContent,
  groupBy,
  type JsonObject,
  readTypes,
  resolve,
  toOperationKey,
} from "@nectar-sdk/openapi/document";
import { isMap, parseDocument } from "yaml";
import { isPageEnvelope, readEnvelope } from "../../codegen/model/page-envelope.ts";
import { type CallNames, formatCallName } from "../../codegen/names/call-name.ts";
import { deriveCallNames } from "../../codegen/names/derive-call-name.ts";
import { createNamePair } from "../../codegen/names/format-name-line.ts";
import { unused, wordsOf } from "../../codegen/names/identifier.ts";
import { parseResources } from "../../codegen/names/parse-resources.ts";
import { type NamedOperation, resolveNames } from "../../codegen/names/resolve-names.ts";

/** The text of `resources.yaml` and the new names. */
export interface AddedNames {
  readonly text: string;
  /** Name by key: `GET /thing` → `things.list`. */
  readonly added: ReadonlyMap<string, string>;
}

/** Returns the text of `resources.yaml` with a line for each operation that lacks one; a derived name that is taken gets a number. */
export function addNames(text: string, version: string, api: ApiDescription): AddedNames {
  const named = parseResources(text).operations;
  const { names } = resolveNames(api, named);
  const listed = new Set(named.map(({ key }) => key));
  // Of two operations with one key, the generator refuses the second.
  const missing = [
    ...new Map(
      api.operations
        .filter(
          ({ id, method, path }) => id !== undefined && !names.has(id) && !listed.has(toOperationKey(method, path)),
        )
        .map((operation) => [toOperationKey(operation.method, operation.path), operation] as const),
    ).values(),
  ];
  if (missing.length === 0) return { text, added: new Map() };

  const document = parseDocument(text);
  const operations = document.get("operations");
  if (!isMap(operations)) throw new Error("specs/resources.yaml: `operations` is not a map");
  const derived = deriveCallNames(withoutSharedPrefix(missing, api.operations), findNeighbours(api, named, names));
  const taken = new Set(named.map(({ name }) => formatCallName(name)));
  const added = new Map<string, string>();
  const ids = new Set(named.map(({ id }) => id));
  for (const [index, operation] of missing.entries()) {
    const { method, path, id = "" } = operation;
    const { resource, method: verb } = derived.get(id) ?? { resource: "api", method: "call" };
    const call = { resource, method: answersList(api.document, operation) ? verb.replace(/^retrieve/, "list") : verb };
    const name = unused(formatCallName(call), taken);
    taken.add(name);
    const key = toOperationKey(method, path);
    added.set(key, name);
    const line = { key, name, id: ids.has(id) ? undefined : id };
    const pair = createNamePair(document, line);
    if (index === 0) pair.key.commentBefore = ` Derived from the operations of ${version}.`;
    operations.items.push(pair);
  }
  return { text: document.toString({ lineWidth: 0 }), added };
}

/** Finds the resource of the named operations with the same tag, or else below the same first segment: the one that most of them have. */
function findNeighbours(
  { operations }: ApiDescription,
  named: readonly NamedOperation[],
  names: CallNames,
): (operation: ApiOperation) => string | undefined {
  const byTag = groupBy(
    operations.flatMap(({ id, tags: [tag] }) => {
      const name = id === undefined ? undefined : names.get(id);
      return name === undefined || tag === undefined ? [] : [{ place: tag.name, resource: name.resource }];
    }),
    ({ place }) => place,
  );
  const bySegment = groupBy(
    named.map(({ key, name }) => ({ place: readFirstSegment(key), resource: name.resource })),
    ({ place }) => place,
  );
  return ({ method, path, tags: [tag] }) => {
    const same = (tag && byTag.get(tag.name)) ?? bySegment.get(readFirstSegment(toOperationKey(method, path))) ?? [];
    const counts = [...groupBy(same, ({ resource }) => resource)].sort(([, a], [, b]) => b.length - a.length);
    return counts[0]?.[0];
  };
}

/** `GET /document/company/{}` → `document` */
function readFirstSegment(key: string): string {
  return key.split("/")[1] ?? "";
}

/** Drops the words that all ids begin with, such as `api v2`, from what names are derived from. */
function withoutSharedPrefix(operations: readonly ApiOperation[], all: readonly ApiOperation[]): ApiOperation[] {
  const [first = [], ...others] = all.map(({ label }) => wordsOf(label.replaceAll(/[^A-Za-z0-9]+/g, " ")));
  const differs = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  const length = others.length === 0 ? 0 : Math.max(0, differs);
  if (length === 0) return [...operations];
  return operations.map((operation) => {
    const words = wordsOf(operation.label.replaceAll(/[^A-Za-z0-9]+/g, " "));
    return { ...operation, label: words.slice(length).join(" ") };
  });
}

/** Whether a GET responds with a page or an array. */
function answersList(document: JsonObject, operation: ApiOperation): boolean {
  const content = operation.method === "get" ? findSuccessContent(operation) : undefined;
  if (content === undefined) return false;
  const { schema } = content;
  return isPageEnvelope(readEnvelope(document, schema)) || readTypes(resolve(document, schema)).includes("array");
}
