import { arrayIn, isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { IGNORED_KEYS, toCanonical, toCanonicalData } from "../change/canonical.ts";
import type { Layers } from "./layers.ts";

/** `oneOf` or `anyOf` with its branches, null branches left out. */
export interface Union {
  readonly keyword: "oneOf" | "anyOf";
  readonly branches: readonly Json[];
}

/** The constraints of a schema, its layers merged and the spellings of OpenAPI 3.0 and 3.1 unified. */
export interface Shape {
  /** Type names without `null`; `undefined` if any type is allowed. */
  readonly types: ReadonlySet<string> | undefined;
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** The closed list of values without `null`, from `enum` or `const`. */
  readonly values: readonly Json[] | undefined;
  readonly union: Union | undefined;
  /** Every other keyword. */
  readonly keywords: ReadonlyMap<string, Json>;
}

const TEXT_KEYS = new Set(["title", "description", "$comment", "externalDocs"]);

/** Keywords whose layers are merged one by one, each in its own way. */
const MERGED_ELSEWHERE = new Set(["type", "nullable", "properties", "required"]);

/** Merges layers into one shape. */
export function readShape(layers: Layers): Shape {
  const keywords = mergeKeywords(layers.objects);
  const properties = mergeProperties(layers.objects);
  const union = readUnion(keywords);
  const values = readEnumValues(keywords);
  const required = new Set(layers.objects.flatMap((object) => readStrings(object["required"])));
  const inferred = inferTypes(keywords, properties, values);
  for (const key of ["enum", "const"]) keywords.delete(key);
  if (union !== undefined) keywords.delete(union.keyword);
  return {
    types: declaredTypes(layers.objects) ?? inferred,
    nullable: layers.nullable || allowsNull(layers.objects),
    properties,
    required,
    values: values?.filter((value) => value !== null),
    union,
    keywords,
  };
}

function mergeKeywords(objects: readonly JsonObject[]): Map<string, Json> {
  const merged = new Map<string, Json>();
  for (const object of objects.map(withNumericBounds)) {
    for (const [key, value] of Object.entries(object)) {
      if (MERGED_ELSEWHERE.has(key)) continue;
      const known = merged.get(key);
      // The outermost description or extension counts.
      if (known === undefined) merged.set(key, value);
      else if (isCondition(key) && toCanonical(known) !== toCanonical(value)) addCondition(merged, key, known, value);
    }
  }
  return merged;
}

/** Whether a keyword says something about values; a description or extension does not. */
export function isCondition(key: string): boolean {
  return !TEXT_KEYS.has(key) && !IGNORED_KEYS.has(key) && !key.startsWith("x-");
}

/** Both values of a keyword apply: the narrower bound, the common values, or else a list of further conditions. */
function addCondition(merged: Map<string, Json>, key: string, known: Json, value: Json): void {
  if (typeof known === "number" && typeof value === "number" && /^(min|max|exclusive)/.test(key)) {
    merged.set(key, /^(min|exclusiveMin)/.test(key) ? Math.max(known, value) : Math.min(known, value));
  } else if (key === "enum" && isArray(known) && isArray(value)) {
    const allowed = new Set(value.map(toCanonicalData));
    merged.set(
      key,
      known.filter((item) => allowed.has(toCanonicalData(item))),
    );
  } else {
    const further = merged.get(`allOf ${key}`);
    const conditions = new Map([...(isArray(further) ? further : []), value].map((item) => [toCanonical(item), item]));
    merged.set(
      `allOf ${key}`,
      [...conditions].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item),
    );
  }
}

/** OpenAPI 3.0 writes `minimum: 1, exclusiveMinimum: true` where 3.1 writes `exclusiveMinimum: 1`. */
function withNumericBounds(object: JsonObject): JsonObject {
  const bounds = Object.entries(object).map(([key, value]): [string, Json] => {
    if (key === "minimum" && object["exclusiveMinimum"] === true) return ["exclusiveMinimum", value];
    if (key === "maximum" && object["exclusiveMaximum"] === true) return ["exclusiveMaximum", value];
    return [key, value];
  });
  return Object.fromEntries(bounds.filter(([key, value]) => !key.startsWith("exclusive") || typeof value === "number"));
}

function mergeProperties(objects: readonly JsonObject[]): Map<string, Json> {
  const merged = new Map<string, Json>();
  for (const { properties } of objects) {
    if (!isObject(properties)) continue;
    for (const [name, schema] of Object.entries(properties)) {
      const known = merged.get(name);
      merged.set(name, known === undefined ? schema : { allOf: [known, schema] });
    }
  }
  return merged;
}

function declaredTypes(objects: readonly JsonObject[]): ReadonlySet<string> | undefined {
  const declared = objects.map(readTypes).filter((types) => types.length > 0);
  const [first, ...rest] = declared;
  if (first === undefined) return undefined;
  const common = first.filter((type) => rest.every((types) => types.includes(type)));
  return new Set(common.filter((type) => type !== "null"));
}

function inferTypes(
  keywords: ReadonlyMap<string, Json>,
  properties: ReadonlyMap<string, Json>,
  values: readonly Json[] | undefined,
): ReadonlySet<string> | undefined {
  if (values !== undefined) return new Set(values.filter((value) => value !== null).map(readValueType));
  if (properties.size > 0 || keywords.has("additionalProperties")) return new Set(["object"]);
  return keywords.has("items") ? new Set(["array"]) : undefined;
}

function readValueType(value: Json): string {
  if (isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** Null is allowed if each layer that lists types or values allows it, and at least one layer does. */
function allowsNull(objects: readonly JsonObject[]): boolean {
  const typed = objects.filter((object) => readTypes(object).length > 0);
  const listed = objects.filter((object) => isArray(object["enum"]));
  return (
    typed.length + listed.length > 0 &&
    typed.every((object) => readTypes(object).includes("null")) &&
    listed.every((object) => arrayIn(object, "enum").includes(null))
  );
}

function readUnion(keywords: ReadonlyMap<string, Json>): Union | undefined {
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const branches = keywords.get(keyword);
    if (isArray(branches)) return { keyword, branches };
  }
  return undefined;
}

function readEnumValues(keywords: ReadonlyMap<string, Json>): readonly Json[] | undefined {
  const constant = keywords.get("const");
  if (constant !== undefined) return [constant];
  const values = keywords.get("enum");
  return isArray(values) ? values : undefined;
}

function readTypes(object: JsonObject): readonly string[] {
  const type = object["type"];
  return typeof type === "string" ? [type] : readStrings(type);
}

function readStrings(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
