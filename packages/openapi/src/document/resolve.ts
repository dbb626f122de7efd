import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { lookUp, pointerKeys } from "./pointer.ts";

/** Follows `$ref`s until an object stands there; an empty object where none does (`checkReferences` reports that). */
export function resolve(document: JsonObject, node: Json | undefined): JsonObject {
  const seen = new Set<string>();
  let current = node;
  while (isObject(current) && typeof current["$ref"] === "string" && !seen.has(current["$ref"])) {
    seen.add(current["$ref"]);
    current = lookUp(document, current["$ref"]);
  }
  return isObject(current) ? current : {};
}

/** The name of the component schema that a node refers to directly. */
export function schemaNameOf(node: Json | undefined): string | undefined {
  if (!isObject(node) || typeof node["$ref"] !== "string") return undefined;
  const [root, section, name, ...rest] = pointerKeys(node["$ref"]) ?? [];
  return root === "components" && section === "schemas" && rest.length === 0 ? name : undefined;
}

/** The properties of an object schema, those that it takes over by `allOf` included. */
export function propertiesOf(document: JsonObject, schema: Json | undefined): Map<string, Json> {
  const layers = layersOf(document, schema);
  return new Map(layers.flatMap(({ properties }) => (isObject(properties) ? Object.entries(properties) : [])));
}

/** The names in `required`, those that come by `allOf` included. */
export function requiredOf(document: JsonObject, schema: Json | undefined): Set<string> {
  const layers = layersOf(document, schema);
  return new Set(
    layers.flatMap(({ required }) => (isArray(required) ? required.filter((name) => typeof name === "string") : [])),
  );
}

/** A schema and those that it extends by `allOf`, inner ones first; each once, since one may extend itself any number of times. */
function layersOf(document: JsonObject, schema: Json | undefined, seen = new Set<JsonObject>()): JsonObject[] {
  const resolved = resolve(document, schema);
  if (seen.has(resolved)) return [];
  seen.add(resolved);
  const parents = isArray(resolved["allOf"]) ? resolved["allOf"] : [];
  return [...parents.flatMap((parent) => layersOf(document, asJson(parent), seen)), resolved];
}

/** The types that a schema names, `null` left out: `type` may be one or a list. */
export function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  return (isArray(type) ? type : [type]).filter((name) => typeof name === "string" && name !== "null").map(String);
}

function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}
