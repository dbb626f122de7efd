import { arrayIn, isArray, isObject, type Json, type JsonObject, stringIn } from "../../document/json.ts";
import { METHODS } from "../../document/read-api.ts";
import { resolve } from "../../document/resolve.ts";
import { findPinnedPlaces } from "../pinned-places.ts";
import { rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";

const SECTIONS = [
  "openapi",
  "info",
  "jsonSchemaDialect",
  "servers",
  "security",
  "tags",
  "paths",
  "webhooks",
  "components",
];
const COMPONENTS = ["schemas", "parameters", "responses", "requestBodies", "headers", "examples", "securitySchemes"];
const PLACES = ["path", "query", "header", "cookie"];

/**
 * One order where order says nothing: sections, paths, methods, components, parameters, `required`. Enums, unions, tags, servers and
 * properties keep theirs: a reader, a form or a client may go by it.
 */
export const order: Rule = (document) => {
  const pinned = findPinnedPlaces(document);
  const ordered = rewriteNodes(document, {
    schema: (schema) => (isArray(schema["required"]) ? { ...schema, required: sortTexts(schema["required"]) } : schema),
    components: (components) =>
      sortKeys(
        Object.fromEntries(
          Object.entries(components).map(([key, value]) => [key, isObject(value) ? sortKeys(value) : value]),
        ),
        COMPONENTS,
      ),
    pathItem: (item, pointer) => sortKeys(sortParameters(document, item, pointer, pinned), METHODS, false),
    operation: (operation, pointer) => {
      const responses = operation["responses"];
      const sorted = sortParameters(document, operation, pointer, pinned);
      return isObject(responses) ? { ...sorted, responses: sortKeys(responses) } : sorted;
    },
  });
  const maps = ["paths", "webhooks"].flatMap((key): [string, Json][] => {
    const value = ordered[key];
    return isObject(value) ? [[key, sortKeys(value)]] : [];
  });
  return sortKeys({ ...ordered, ...Object.fromEntries(maps) }, SECTIONS);
};

/** Parameters as the path names them, then the others by place and name. */
function sortParameters(
  document: JsonObject,
  node: JsonObject,
  pointer: string,
  pinned: ReadonlySet<string>,
): JsonObject {
  if (!isArray(node["parameters"]) || pinned.has(`${pointer}/parameters`)) return node;
  const rank = (parameter: Json): string => {
    const resolved = resolve(document, parameter);
    const place = PLACES.indexOf(stringIn(resolved, "in") ?? "");
    const name = stringIn(resolved, "name") ?? "";
    const path = place === 0 ? `${pointer.indexOf(`{${name}}`) + 1}`.padStart(6, "0") : "";
    return `${place === -1 ? PLACES.length : place} ${path} ${name}`;
  };
  const ranked = arrayIn(node, "parameters").map((parameter) => ({ parameter, key: rank(parameter) }));
  return { ...node, parameters: ranked.sort((a, b) => compare(a.key, b.key)).map(({ parameter }) => parameter) };
}

/** Returns a copy with the given keys first, and the others sorted or in their order. */
function sortKeys(object: JsonObject, first: readonly string[] = [], isSorted = true): JsonObject {
  const rank = (key: string): number => {
    const index = first.indexOf(key);
    return index === -1 ? first.length : index;
  };
  const entries = Object.entries(object).sort(([a], [b]) => rank(a) - rank(b) || (isSorted ? compare(a, b) : 0));
  return Object.fromEntries(entries);
}

function sortTexts(values: readonly Json[]): readonly Json[] {
  return values.every((value) => typeof value === "string") ? [...values].sort(compare) : values;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
