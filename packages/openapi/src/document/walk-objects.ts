import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { pointerTo } from "./pointer.ts";

/** Keys whose value maps free names to objects: what stands there is a name, never a keyword. */
const MAPS = new Set([
  ...["paths", "webhooks", "callbacks", "pathItems", "responses", "requestBodies", "headers", "content", "encoding"],
  ...["schemas", "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "securitySchemes"],
  ...["variables"],
]);

/** Keys whose value is data of the API or of a tool, not part of the description. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "mapping", "security", "links", "required"]);

/** An object of the document whose keys are keywords of OpenAPI or JSON Schema. */
export interface FoundObject {
  readonly pointer: string;
  readonly object: JsonObject;
}

/** Every keyword object below a node of the document, outer ones first. Examples, defaults and extensions are left out. */
export function* walkObjects(node: Json, pointer = "#"): Generator<FoundObject> {
  if (isArray(node)) {
    for (const [index, item] of node.entries()) yield* walkObjects(item, pointerTo(pointer, String(index)));
  } else if (isObject(node)) {
    yield { pointer, object: node };
    for (const [key, value] of Object.entries(node)) yield* walkValue(key, value, pointerTo(pointer, key));
  }
}

function* walkValue(key: string, value: Json, pointer: string): Generator<FoundObject> {
  if (isData(key)) return;
  if (!isMap(key, value)) return yield* walkObjects(value, pointer);
  for (const [name, item] of Object.entries(value)) {
    // A callback maps its expressions to path items once more.
    yield* key === "callbacks"
      ? walkValue("paths", item, pointerTo(pointer, name))
      : walkObjects(item, pointerTo(pointer, name));
  }
}

/** A copy in which every keyword object is what `rewrite` makes of it, outer ones first. */
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

/** Whether the value of a key maps free names to objects. */
export function isMap(key: string, value: Json): value is JsonObject {
  // `parameters` is a list everywhere but in `components`, where it is a map.
  return isObject(value) && (MAPS.has(key) || key === "parameters");
}

function mapValues(object: JsonObject, make: (value: Json, key: string) => Json): JsonObject {
  // fromEntries defines own properties, so that a schema property called `__proto__` stays data.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value, key)]));
}
