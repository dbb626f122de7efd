import { findSuccess, isArray, isObject, type Json, type JsonObject, mapValues } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Random } from "@nectar-sdk/testing/document";

/** A copy of a document with one name changed, like a breaking change of the API. */
export interface Mutation {
  readonly name: string;
  readonly json: JsonObject;
}

/** Renames one field of a response, in the schemas and the examples. */
export function renameField(document: ApiDocument, random: Random): Mutation {
  const field = random.pick([...collectExampleParts(document).fields].toSorted());
  const renamed = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === field ? `${key}Renamed` : key, value]));
  const change = (object: JsonObject): JsonObject => {
    const { required } = object;
    const own = renamed(object);
    if (!isArray(required)) return own;
    return { ...own, required: required.map((name) => (name === field ? `${field}Renamed` : name)) };
  };
  return { name: `the field ${field} renamed`, json: applyChange(document, change) };
}

/** Renames one path. */
export function renamePath(document: ApiDocument, random: Random): Mutation {
  const path = random.pick([...document.operations.values()].map((operation) => operation.path).toSorted());
  const paths = Object.entries(mapValues(document.json["paths"], (item) => item));
  const json = {
    ...document.json,
    paths: Object.fromEntries(paths.map(([key, item]) => [key === path ? `/renamed${key}` : key, item])),
  };
  return { name: `the path ${path} renamed`, json };
}

/** Renames one value of an enum, in the schemas and the examples. */
export function renameEnumValue(document: ApiDocument, random: Random): Mutation {
  const { enumValues } = collectExampleParts(document);
  const value = random.pick([...enumValues].toSorted());
  const rename = (node: Json): Json => {
    if (isArray(node)) return node.map(rename);
    return node === value ? `${value}_RENAMED` : node;
  };
  return {
    name: `the enum value ${value} renamed`,
    json: applyChange(document, (object) => mapValues(object, rename)),
  };
}

function applyChange(document: ApiDocument, change: (object: JsonObject) => JsonObject): JsonObject {
  // Changes only schemas and examples, not paths or the names of components.
  const inside = (node: Json | undefined): Json => mapObjects(node ?? {}, change);
  const { paths, components } = document.json;
  return {
    ...document.json,
    paths: mapValues(paths, (item) => mapValues(item, inside)),
    components: mapValues(components, (section) => mapValues(section, inside)),
  };
}

/** Replaces every object in a value, inner ones first. */
function mapObjects(node: Json, change: (object: JsonObject) => JsonObject): Json {
  if (isArray(node)) return node.map((item) => mapObjects(item, change));
  return isObject(node) ? change(mapValues(node, (value) => mapObjects(value, change))) : node;
}

/** The fields and enum values in the examples of successful responses. */
function collectExampleParts(document: ApiDocument): {
  readonly fields: Set<string>;
  readonly enumValues: Set<string>;
} {
  const known = new Set<string>();
  mapObjects(document.json["components"] ?? {}, (object) => {
    for (const list of [object["enum"], object["x-extensible-enum"]])
      if (isArray(list)) for (const value of list) if (typeof value === "string") known.add(value);
    return object;
  });
  const fields = new Set<string>();
  const enumValues = new Set<string>();
  const visit = (node: Json): void => {
    if (typeof node === "string" && known.has(node)) enumValues.add(node);
    if (isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    for (const [key, value] of Object.entries(node)) {
      fields.add(key);
      visit(value);
    }
  };
  for (const operation of document.operations.values())
    for (const content of findSuccess(operation)?.[1].content.values() ?? [])
      for (const example of content.examples.values()) visit(example);
  return { fields, enumValues };
}
