import type { ApiOperation } from "@nectar-sdk/openapi/document";
import { type CallName, type CallNames, formatCallName, isUsableName } from "./call-name.ts";
import { camelCase, unused, wordsOf } from "./identifier.ts";

/** Verbs at the end of the operation ids of Django's generator, with their names here. */
const LAST_VERBS: ReadonlyMap<string, string> = new Map([
  ["partial update", "update"],
  ["retrieve", "retrieve"],
  ["list", "list"],
  ["create", "create"],
  ["update", "update"],
  ["destroy", "delete"],
]);

const VERB_OF_METHOD: Readonly<Record<ApiOperation["method"], string>> = {
  get: "retrieve",
  put: "replace",
  post: "create",
  delete: "delete",
  options: "options",
  head: "head",
  patch: "update",
  trace: "trace",
};

/** Derives a name for an operation: the proposal in messages, and the name for documents of other APIs. */
export function deriveCallName(operation: ApiOperation): CallName {
  const place = operation.tags[0]?.name ?? operation.path.split("/").find(isStaticSegment) ?? "";
  const resource = usable(asciiWords(place), "api");
  return { resource, method: usable(methodWords(operation, asciiWords(place)), "call") };
}

/** Derives unique names for all operations of a document. Skips operations without an id. */
export function deriveCallNames(operations: readonly ApiOperation[]): CallNames {
  const taken = new Set<string>();
  const names = new Map<string, CallName>();
  for (const operation of operations) {
    if (operation.id === undefined) continue;
    const { resource, method } = deriveCallName(operation);
    const name = unused(formatCallName({ resource, method }), taken);
    taken.add(name);
    names.set(operation.id, { resource, method: name.slice(resource.length + 1) });
  }
  return names;
}

/** Derives an operation id, such as `getUsersId` for `GET /users/{id}`. */
export function deriveOperationId(operation: ApiOperation): string {
  return camelCase(`${operation.method} ${operation.path}`);
}

function methodWords(operation: ApiOperation, resource: readonly string[]): string[] {
  const words = withoutResource(asciiWords(operation.label), resource);
  for (const [ending, verb] of LAST_VERBS) {
    const length = ending.split(" ").length;
    if (words.slice(-length).join(" ") !== ending) continue;
    const rest = words.slice(0, -length);
    // `owner_retrieve` reads things *by* owner; `owner_create` creates for one.
    return rest.length > 0 && operation.method === "get" ? [verb, "by", ...rest] : [verb, ...rest];
  }
  return words.length > 0 ? words : [VERB_OF_METHOD[operation.method]];
}

/** Removes the resource from the words: `thing_owner_retrieve` of `things` becomes `owner_retrieve`. */
function withoutResource(words: readonly string[], resource: readonly string[]): string[] {
  const shared = words.findIndex((word, index) => singular(word) !== singular(resource[index] ?? ""));
  return words.slice(shared === -1 ? words.length : shared);
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

function usable(words: readonly string[], fallback: string): string {
  const name = camelCase(words.join(" "));
  return isUsableName(name) ? name : camelCase(`${fallback} ${words.join(" ")}`);
}

function asciiWords(text: string): string[] {
  return wordsOf(text.replaceAll(/[^A-Za-z0-9]+/g, " ")).map((word) => word.toLowerCase());
}

function isStaticSegment(segment: string): boolean {
  return segment !== "" && !segment.includes("{");
}
