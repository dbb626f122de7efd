import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { resolveStrictly } from "../../document/resolve.ts";
import type { Random } from "./random.ts";
import { sampleString } from "./sample-string.ts";

/** Options for everything that the schema of a sample leaves open. */
export interface SampleOptions {
  readonly random: Random;
  /**
   * Decides whether a nullable value is `null`; called with the number of nullable values around it.
   *
   * @default () => false
   */
  readonly isNull?: (nullableAround: number) => boolean;
}

/** Below this depth, optional properties are left out and lists are empty, so that recursive schemas end. */
const MAX_DEPTH = 8;

/**
 * Samples a value that follows a schema: every declared property, and one or two items per list.
 *
 * Supports what API schemas commonly use (types, enums, formats, bounds, `anyOf`, `allOf`). Check the value with `document.validate`.
 */
export function sample(document: JsonObject, schema: Json, options: SampleOptions): Json {
  return sampleAt(document, schema, { ...options, name: "text", depth: 0, nullableAround: 0 });
}

interface Place extends SampleOptions {
  readonly name: string;
  readonly depth: number;
  readonly nullableAround: number;
}

function sampleAt(document: JsonObject, node: Json, place: Place): Json {
  const schema = mergeSchema(document, node);
  if (!allowsNull(document, schema)) return sampleValue(document, schema, place);
  if (place.isNull?.(place.nullableAround) ?? false) return null;
  const around = { ...place, nullableAround: place.nullableAround + 1 };
  return sampleValue(document, removeNull(document, schema), around);
}

function sampleValue(document: JsonObject, schema: JsonObject, place: Place): Json {
  const { random } = place;
  if (schema["const"] !== undefined) return schema["const"];
  const values = schema["enum"] ?? schema["x-extensible-enum"];
  if (isArray(values)) return random.pick(values.filter((value) => value !== null));
  switch (typeOf(schema)) {
    case "object":
      return sampleObject(document, schema, place);
    case "array":
      return sampleArray(document, schema, place);
    case "integer":
    case "number":
      return sampleNumber(schema, random);
    case "boolean":
      return random.next() < 0.5;
    case "null":
      return null;
    default:
      return sampleString(schema, place.name, random);
  }
}

function sampleObject(document: JsonObject, schema: JsonObject, place: Place): JsonObject {
  const required = isArray(schema["required"]) ? schema["required"] : [];
  const properties = Object.entries(isObject(schema["properties"]) ? schema["properties"] : {});
  const wanted = place.depth < MAX_DEPTH ? properties : properties.filter(([name]) => required.includes(name));
  return Object.fromEntries(
    wanted.map(([name, child]) => [name, sampleAt(document, child, { ...place, name, depth: place.depth + 1 })]),
  );
}

function sampleArray(document: JsonObject, schema: JsonObject, place: Place): Json {
  const least = readNumber(schema, "minItems", 0);
  const most = Math.min(readNumber(schema, "maxItems", 2), Math.max(2, least));
  const length = place.depth < MAX_DEPTH ? place.random.integer(Math.max(1, least), Math.max(1, most)) : least;
  const items = schema["items"] ?? {};
  return Array.from({ length }, () => sampleAt(document, items, { ...place, depth: place.depth + 1 }));
}

function sampleNumber(schema: JsonObject, random: Random): number {
  const least = readNumber(schema, "minimum", 0);
  return random.integer(Math.ceil(least), Math.floor(readNumber(schema, "maximum", Math.max(least, 0) + 1_000)));
}

function readNumber(schema: JsonObject, key: string, otherwise: number): number {
  const value = schema[key];
  return typeof value === "number" ? value : otherwise;
}

/** Whether the schema allows `null`. */
export function allowsNull(document: JsonObject, node: Json): boolean {
  const schema = mergeSchema(document, node);
  const { type } = schema;
  if (type === "null" || (isArray(type) && type.includes("null"))) return true;
  return listBranches(schema).some((branch) => allowsNull(document, branch));
}

/** Merges references and `allOf` of a schema into one object. */
export function mergeSchema(document: JsonObject, node: Json): JsonObject {
  const { allOf, ...own } = resolveStrictly(document, node);
  if (!isArray(allOf)) return own;
  const parts = [own, ...allOf.map((part) => mergeSchema(document, part))];
  const properties = parts.flatMap((part) => Object.entries(readObject(part, "properties")));
  return {
    ...Object.fromEntries(parts.flatMap(Object.entries<Json>)),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    required: parts.flatMap((part) => readArray(part, "required")),
  };
}

/** Removes `null` from a schema; of several branches it returns the first that is not `null`. */
export function removeNull(document: JsonObject, schema: JsonObject): JsonObject {
  const { type } = schema;
  const branch = listBranches(schema).find((candidate) => mergeSchema(document, candidate)["type"] !== "null");
  if (branch !== undefined) return mergeSchema(document, branch);
  return isArray(type) ? { ...schema, type: type.find((name) => name !== "null") ?? "null" } : schema;
}

function listBranches(schema: JsonObject): readonly Json[] {
  return [...readArray(schema, "anyOf"), ...readArray(schema, "oneOf")];
}

function readArray(schema: JsonObject, key: string): readonly Json[] {
  const value = schema[key];
  return isArray(value) ? value : [];
}

function readObject(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function typeOf(schema: JsonObject): Json | undefined {
  if (schema["type"] !== undefined) return schema["type"];
  if (schema["properties"] !== undefined) return "object";
  return schema["items"] === undefined ? undefined : "array";
}
