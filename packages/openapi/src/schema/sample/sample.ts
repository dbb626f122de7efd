import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { resolveObject } from "../resolve-ref.ts";
import type { Random } from "./random.ts";
import { sampleString } from "./sample-string.ts";

/** What decides the parts of a value that its schema leaves open. */
export interface SampleOptions {
  readonly random: Random;
  /**
   * Whether a value that may be `null` is `null`; asked with the number of values around it that may be `null` as well. By default none is.
   */
  readonly isNull?: (nullableAround: number) => boolean;
}

/** Deeper than this, optional properties are left out and lists are empty, so that a schema may contain itself. */
const MAX_DEPTH = 8;

/**
 * A value that follows a schema of the document: every declared property, one or two items in each list. Meant for the schemas that APIs
 * write (types, enums, formats, bounds, `anyOf`, `allOf`); check it with the document's `validate`.
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
  const schema = merged(document, node);
  if (!allowsNull(document, schema)) return sampleValue(document, schema, place);
  if (place.isNull?.(place.nullableAround) ?? false) return null;
  const around = { ...place, nullableAround: place.nullableAround + 1 };
  return sampleValue(document, withoutNull(document, schema), around);
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
  const least = numberAt(schema, "minItems", 0);
  const most = Math.min(numberAt(schema, "maxItems", 2), Math.max(2, least));
  const length = place.depth < MAX_DEPTH ? place.random.integer(Math.max(1, least), Math.max(1, most)) : least;
  const items = schema["items"] ?? {};
  return Array.from({ length }, () => sampleAt(document, items, { ...place, depth: place.depth + 1 }));
}

function sampleNumber(schema: JsonObject, random: Random): number {
  const least = numberAt(schema, "minimum", 0);
  return random.integer(Math.ceil(least), Math.floor(numberAt(schema, "maximum", Math.max(least, 0) + 1_000)));
}

function numberAt(schema: JsonObject, key: string, otherwise: number): number {
  const value = schema[key];
  return typeof value === "number" ? value : otherwise;
}

/** Whether `null` follows the schema. */
export function allowsNull(document: JsonObject, node: Json): boolean {
  const schema = merged(document, node);
  const { type } = schema;
  if (type === "null" || (isArray(type) && type.includes("null"))) return true;
  return branchesOf(schema).some((branch) => allowsNull(document, branch));
}

/** The schema with what it refers to and `allOf` folded into one object. */
export function merged(document: JsonObject, node: Json): JsonObject {
  const { allOf, ...own } = resolveObject(document, node);
  if (!isArray(allOf)) return own;
  const parts = [own, ...allOf.map((part) => merged(document, part))];
  const properties = parts.flatMap((part) => Object.entries(objectAt(part, "properties")));
  return {
    ...Object.fromEntries(parts.flatMap(Object.entries<Json>)),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    required: parts.flatMap((part) => listAt(part, "required")),
  };
}

/** The schema of what is not `null`: its first branch, where it has branches. */
export function withoutNull(document: JsonObject, schema: JsonObject): JsonObject {
  const { type } = schema;
  const branch = branchesOf(schema).find((candidate) => merged(document, candidate)["type"] !== "null");
  if (branch !== undefined) return merged(document, branch);
  return isArray(type) ? { ...schema, type: type.find((name) => name !== "null") ?? "null" } : schema;
}

function branchesOf(schema: JsonObject): readonly Json[] {
  return [...listAt(schema, "anyOf"), ...listAt(schema, "oneOf")];
}

function listAt(schema: JsonObject, key: string): readonly Json[] {
  const value = schema[key];
  return isArray(value) ? value : [];
}

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function typeOf(schema: JsonObject): Json | undefined {
  if (schema["type"] !== undefined) return schema["type"];
  if (schema["properties"] !== undefined) return "object";
  return schema["items"] === undefined ? undefined : "array";
}
