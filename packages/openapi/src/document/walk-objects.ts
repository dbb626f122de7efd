import { isArray, isObject, type Json, type JsonObject, mapValues } from "./json.ts";
import { pointerTo } from "./pointer.ts";

/** Keys whose value maps free names to objects: the keys below are names, never keywords. */
const MAPS = new Set([
  ...["paths", "webhooks", "callbacks", "pathItems", "responses", "requestBodies", "headers", "content", "encoding"],
  ...["schemas", "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "securitySchemes"],
  ...["variables"],
]);

/** Keys whose value is data of the API or of a tool, not part of the description. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "mapping", "security", "links", "required"]);

/** An object of the document whose keys are keywords of OpenAPI or JSON Schema. */
export interface KeywordObject {
  readonly pointer: string;
  readonly object: JsonObject;
}

/** Yields every keyword object at or below a node, outer ones first, without examples, defaults and extensions. */
export function* walkObjects(node: Json, pointer = "#"): Generator<KeywordObject> {
  if (isArray(node)) {
    for (const [index, item] of node.entries()) yield* walkObjects(item, pointerTo(pointer, String(index)));
  } else if (isObject(node)) {
    yield { pointer, object: node };
    for (const [key, value] of Object.entries(node)) yield* walkValue(key, value, pointerTo(pointer, key));
  }
}

function* walkValue(key: string, value: Json, pointer: string): Generator<KeywordObject> {
  if (isData(key)) return;
  if (!isMap(key, value)) return yield* walkObjects(value, pointer);
  for (const [name, item] of Object.entries(value)) {
    // A callback maps its expressions to path items.
    yield* key === "callbacks"
      ? walkValue("paths", item, pointerTo(pointer, name))
      : walkObjects(item, pointerTo(pointer, name));
  }
}

/** Returns a copy in which `rewrite` replaces every keyword object, outer ones first. */
export function rewriteObjects(node: Json, rewrite: (object: JsonObject) => JsonObject): Json {
  if (isArray(node)) return node.map((item) => rewriteObjects(item, rewrite));
  if (!isObject(node)) return node;
  return mapValues(rewrite(node), (value, key) => rewriteValue(key, value, rewrite));
}

function rewriteValue(key: string, value: Json, rewrite: (object: JsonObject) => JsonObject): Json {
  if (isData(key)) return value;
  if (!isMap(key, value)) return rewriteObjects(value, rewrite);
  return mapValues(value, (item) =>
    key === "callbacks" ? rewriteValue("paths", item, rewrite) : rewriteObjects(item, rewrite),
  );
}

function isData(key: string): boolean {
  return DATA.has(key) || key.startsWith("x-");
}

/** Tells whether the value at a key maps free names to objects. */
export function isMap(key: string, value: Json): value is JsonObject {
  // `parameters` is a list everywhere except in `components`, where it is a map.
  return isObject(value) && (MAPS.has(key) || key === "parameters");
}

/** The fields of an OpenAPI Object (https://spec.openapis.org/oas/v3.1.1#openapi-object). */
const SECTIONS = new Set([
  ...["openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags"],
  "externalDocs",
]);

/** Removes root keys that OpenAPI does not define, except extensions, so that nothing can be hidden there. */
export function keepKnownSections(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([key]) => SECTIONS.has(key) || key.startsWith("x-")));
}
