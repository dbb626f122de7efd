import { isArray, isObject, type Json, type JsonObject } from "../../shared/json.ts";
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
export function propertiesOf(document: JsonObject, schema: Json | undefined, depth = 0): Map<string, Json> {
  const resolved = resolve(document, schema);
  // A schema that extends itself has no end; nobody writes twenty levels.
  const parents = isArray(resolved["allOf"]) && depth < 20 ? resolved["allOf"] : [];
  const own = isObject(resolved["properties"]) ? Object.entries(resolved["properties"]) : [];
  return new Map([...parents.flatMap((parent) => [...propertiesOf(document, asJson(parent), depth + 1)]), ...own]);
}

/** The names in `required`, those that come by `allOf` included. */
export function requiredOf(document: JsonObject, schema: Json | undefined, depth = 0): Set<string> {
  const resolved = resolve(document, schema);
  const parents = isArray(resolved["allOf"]) && depth < 20 ? resolved["allOf"] : [];
  const own = isArray(resolved["required"]) ? resolved["required"].filter((name) => typeof name === "string") : [];
  return new Set([...parents.flatMap((parent) => [...requiredOf(document, asJson(parent), depth + 1)]), ...own]);
}

/** The types that a schema names, `null` left out: `type` may be one or a list. */
export function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  return (isArray(type) ? type : [type]).filter((name) => typeof name === "string" && name !== "null").map(String);
}

function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}
