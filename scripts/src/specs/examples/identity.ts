import { isDeepStrictEqual } from "node:util";
import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { type Example, type ExampleSet, labelExample } from "./collect-examples.ts";

/** Keys whose values are ids of other objects. Not `nonUtilityDocumentIds`: such a file does not become a document. */
const REFERENCES = new Set(
  "account accountIds company companyId connectionId duplicateDocumentIds initialSites jobId meter meters parsedDocumentIds site siteId sites usageDataIds".split(
    " ",
  ),
);

/** Lists of a page and the operation that returns a single item; it need not exist. */
const RETRIEVED_BY: ReadonlyMap<string, string> = new Map([
  ["connections", "GET /connection/{}/details"],
  ["documents", "GET /document/{}"],
  ["invitations", "GET /invitation/{}"],
  ["meters", "GET /meter/{}"],
  ["sites", "GET /site/{}"],
  ["usageData", "GET /usage/{}"],
]);

interface FoundObject {
  readonly example: Example;
  readonly key: string;
  readonly value: JsonObject;
}

/** Finds contradictions between examples: objects that differ from their twins, dangling ids, items without details. */
export function checkIdentities(sets: readonly ExampleSet[]): string[] {
  const all = sets.flatMap((set) => set.examples);
  const examples = all.filter(({ isGenerated }) => !isGenerated);
  const responses = examples.filter((example) => example.place === "response");
  const found = responses.flatMap((example) => collectObjects(example.value, example, ""));
  const inAll = all
    .filter(({ place }) => place === "response")
    .flatMap((example) => collectObjects(example.value, example, ""));
  const known = new Set(inAll.map(({ value }) => value["id"]));
  return [
    ...checkTwins(found),
    ...examples.flatMap((example) =>
      collectDanglingIds(example.value, known).map(
        (id) => `${labelExample(example)}: ${id} is not the id of any object`,
      ),
    ),
    ...checkParameters(examples, known),
    ...checkRetrievable(
      found,
      all.filter(({ place }) => place === "response"),
    ),
  ];
}

/** The same id means the same object, so shared properties must be equal. Jobs are skipped, since their status changes. */
function checkTwins(found: readonly FoundObject[]): string[] {
  const first = new Map<Json | undefined, FoundObject>();
  return found.flatMap((object) => {
    const twin = first.get(object.value["id"]);
    if (twin === undefined) first.set(object.value["id"], object);
    if (twin === undefined || / \/job\b/.test(object.example.key)) return [];
    const keys = Object.keys(object.value).filter((key) => Object.hasOwn(twin.value, key));
    return keys
      .filter((key) => !agree(object.value[key], twin.value[key]))
      .map(
        (key) =>
          `${labelExample(object.example)}: ${key} of ${JSON.stringify(object.value["id"])} differs from ${labelExample(twin.example)}`,
      );
  });
}

/** Two values agree when they are equal. Objects with ids agree when their ids do: their fields are compared separately. */
function agree(a: Json | undefined, b: Json | undefined): boolean {
  if (isObject(a) && isObject(b) && typeof a["id"] === "string") return a["id"] === b["id"];
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((item, index) => agree(item, b[index]));
  return isDeepStrictEqual(a, b);
}

function collectDanglingIds(node: Json, known: ReadonlySet<Json | undefined>): string[] {
  if (isArray(node)) return node.flatMap((item) => collectDanglingIds(item, known));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const ids = REFERENCES.has(key) ? readTexts(value) : [];
    return [...ids.filter((id) => !known.has(id)).map((id) => `${key} ${id}`), ...collectDanglingIds(value, known)];
  });
}

function checkParameters(examples: readonly Example[], known: ReadonlySet<Json | undefined>): string[] {
  const ids = examples.filter(({ place, detail }) => place === "parameter" && detail.endsWith("_id"));
  return ids
    .filter(({ value }) => !known.has(value))
    .map((example) => `${labelExample(example)} is not the id of any object`);
}

function checkRetrievable(found: readonly FoundObject[], responses: readonly Example[]): string[] {
  const operations = new Map(responses.map(({ key, operationId }) => [key, operationId]));
  const single = new Set(responses.map(({ key, value }) => `${key} ${isObject(value) ? String(value["id"]) : ""}`));
  return found.flatMap(({ example, key, value }) => {
    const retrieval = RETRIEVED_BY.get(key) ?? "";
    const operation = operations.get(retrieval);
    if (operation === undefined || single.has(`${retrieval} ${String(value["id"])}`)) return [];
    return [`${labelExample(example)}: ${operation} has no example of ${JSON.stringify(value["id"])}`];
  });
}

function collectObjects(node: Json, example: Example, key: string): FoundObject[] {
  if (isArray(node)) return node.flatMap((item) => collectObjects(item, example, key));
  if (!isObject(node)) return [];
  const inner = Object.entries(node).flatMap(([name, value]) => collectObjects(value, example, name));
  return typeof node["id"] === "string" ? [{ example, key, value: node }, ...inner] : inner;
}

function readTexts(value: Json): string[] {
  if (typeof value === "string") return [value];
  return isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
