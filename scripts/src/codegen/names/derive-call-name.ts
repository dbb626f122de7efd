import type { ApiOperation } from "@nectar-sdk/openapi/document";
import { type CallName, type CallNames, formatCallName, isUsableName } from "./call-name.ts";
import { camelCase, toSingular, unused, wordsOf } from "./identifier.ts";

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

/**
 * Derives a name for an operation: the proposal in messages, and the name for documents of other APIs.
 *
 * @param known the resource of its neighbours, instead of the one that tag or path says
 */
export function deriveCallName(operation: ApiOperation, known?: string): CallName {
  const tag = asciiWords(operation.tags[0]?.name ?? "");
  const segment = asciiWords(operation.path.split("/").find(isStaticSegment) ?? "");
  const place = tag.length > 0 ? tag : segment;
  const words = withoutResource(withoutResource(labelWords(operation), place), asciiWords(known ?? ""));
  return { resource: known ?? usable(place, "api"), method: usable(methodWords(operation, words), "call") };
}

/**
 * Derives unique names for all operations of a document. Skips operations without an id.
 *
 * @param findResource finds the resource of an operation's neighbours
 */
export function deriveCallNames(
  operations: readonly ApiOperation[],
  findResource: (operation: ApiOperation) => string | undefined = () => undefined,
): CallNames {
  const taken = new Set<string>();
  const names = new Map<string, CallName>();
  for (const operation of operations) {
    if (operation.id === undefined) continue;
    const { resource, method } = deriveCallName(operation, findResource(operation));
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

function methodWords(operation: ApiOperation, words: readonly string[]): readonly string[] {
  for (const [ending, verb] of LAST_VERBS) {
    const length = ending.split(" ").length;
    if (words.slice(-length).join(" ") !== ending) continue;
    const rest = words.slice(0, -length);
    return operation.method === "get" ? [verb, ...qualify(rest, operation.path)] : [verb, ...rest];
  }
  return words.length > 0 ? words : [VERB_OF_METHOD[operation.method]];
}

/** `owner_retrieve` reads things *by* owner, but `/thing/{id}/note` reads the notes of a thing. */
function qualify(rest: readonly string[], path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  const last = segments.length > 1 && segments.at(-2)?.includes("{") ? asciiWords(segments.at(-1) ?? "") : [];
  const isPart = last.length > 0 && rest.slice(-last.length).join(" ") === last.join(" ");
  const owners = isPart ? rest.slice(0, -last.length) : rest;
  return [...(isPart ? last : []), ...(owners.length > 0 ? ["by", ...owners] : [])];
}

/** The words of an id. One that a tool has put together from method and path says no more than these, so a verb takes its place. */
function labelWords({ id, label, method, path }: ApiOperation): string[] {
  const words = asciiWords(label);
  const isMechanical = id === undefined || words.join(" ") === [method, ...asciiWords(path)].join(" ");
  if (!isMechanical) return words;
  const verb = [...LAST_VERBS].find(([, name]) => name === VERB_OF_METHOD[method])?.[0] ?? method;
  return [...path.split("/").filter(isStaticSegment).flatMap(asciiWords), ...verb.split(" ")];
}

/** Removes the resource from the words: `thing_owner_retrieve` of `things` becomes `owner_retrieve`. */
function withoutResource(words: readonly string[], resource: readonly string[]): readonly string[] {
  const shared = words.findIndex((word, index) => toSingular(word) !== toSingular(resource[index] ?? ""));
  return words.slice(shared === -1 ? words.length : shared);
}

function usable(words: readonly string[], fallback: string): string {
  const name = camelCase(words.join(" "));
  return isUsableName(name) ? name : camelCase(`${fallback} ${words.join(" ")}`);
}

/** Names are plain ASCII: `Größe` is `grosse`. */
function asciiWords(text: string): string[] {
  const plain = text.replaceAll("ß", "ss").normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return wordsOf(plain.replaceAll(/[^A-Za-z0-9]+/g, " ")).map((word) => word.toLowerCase());
}

function isStaticSegment(segment: string): boolean {
  return segment !== "" && !segment.includes("{");
}
