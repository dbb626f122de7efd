import { isArray, isObject, type Json, type JsonObject, objectIn } from "@nectar-sdk/openapi/document";
import { createRandom, sample } from "@nectar-sdk/openapi/schema";

/** Which way a value travels, seen from the consumer of the API. */
export type Way = "request" | "response";

export const WAYS: readonly Way[] = ["request", "response"];

const SEEDS = [1, 2, 3, 4, 5, 6];
const DEEPEST = 3;

/**
 * Writes statements of a consumer against the old schema, one a line: they send values, or read, use and compare parts of the value that
 * they receive. `New` is the type of both values, and `old` has the old one.
 */
export function writeCode(schema: Json, way: Way): string[] {
  return way === "request" ? writeSending(schema) : writeReading(schema);
}

function writeSending(schema: Json): string[] {
  const values = SEEDS.map((seed) => sample({}, schema, { random: createRandom(seed), isNull: () => seed % 3 === 0 }));
  const variants = values.flatMap((value) => [value, dropOptional(schema, value), addExtra(schema, value)]);
  const literals = new Set(variants.map(toText));
  const parts = listParts(schema, "old", DEEPEST).filter(({ isLeaf }) => isLeaf);
  return [
    ...[...literals].map((literal) => `send(${literal});`),
    // A part that was computed elsewhere has the old type.
    ...parts.map(({ code, path }) => `send(${[...path].reverse().reduce(wrapValue, code)});`),
  ];
}

const toText = (value: Json) => JSON.stringify(value);

/** Puts a value below the property of an object, or into a list. */
function wrapValue(value: string, step: string): string {
  return step === "[]" ? `[${value}]` : `{ ${JSON.stringify(step)}: ${value} }`;
}

/** A property that no schema lists. */
const EXTRA = "extra";

/** Adds a property that an object allows without listing it. */
function addExtra(schema: Json, value: Json): Json {
  const extra = isObject(schema) ? readExtra(schema) : undefined;
  if (!isObject(value) || extra === undefined) return value;
  return { ...value, [EXTRA]: extra === true ? 1 : sample({}, extra, { random: createRandom(1) }) };
}

/** The schema of the properties that an object allows without listing them. */
function readExtra(schema: JsonObject): Json | undefined {
  const { additionalProperties: extra = Object.values(objectIn(schema, "patternProperties"))[0] } = schema;
  return extra === false ? undefined : extra;
}

function dropOptional(schema: Json, value: Json): Json {
  if (!isObject(value) || !isObject(schema)) return value;
  const required = isArray(schema["required"]) ? schema["required"] : [];
  return Object.fromEntries(Object.entries(value).filter(([name]) => required.includes(name)));
}

function writeReading(schema: Json): string[] {
  return listParts(schema, "received", DEEPEST).flatMap(({ code, types, values, isLeaf }) => [
    `use(${code});`,
    ...(isLeaf ? [`compare(${code.replace("received", "old")}, ${code});`] : []),
    ...types.flatMap((type) => (USES[type] === undefined ? [] : [`use(${code}?.${USES[type]});`])),
    ...values.map((value) => `use(${code} === ${value});`),
  ]);
}

/** Code that only compiles for a value of the type. */
const USES: Readonly<Record<string, string>> = {
  string: "trim()",
  number: "toFixed()",
  integer: "toFixed()",
  array: "length",
};

/** A part of a value: the expression that reads it, and what the schema says of it. */
interface Part {
  readonly code: string;
  readonly path: readonly string[];
  readonly types: readonly string[];
  readonly values: readonly string[];
  readonly isLeaf: boolean;
}

function listParts(schema: Json, code: string, depth: number, path: readonly string[] = []): Part[] {
  if (!isObject(schema) || depth === 0) return [];
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  const listed = [...(isArray(schema["enum"]) ? schema["enum"] : []), schema["const"]];
  const values = listed.flatMap((value) => (value === undefined ? [] : [toText(value)]));
  const composed = ["allOf", "oneOf", "anyOf"].flatMap((key) => {
    const list = schema[key];
    return isArray(list) ? list.flatMap((part) => listParts(part, code, depth, path)) : [];
  });
  const properties = Object.entries(objectIn(schema, "properties")).flatMap(([name, inner]) =>
    listParts(inner, `${code}?.[${toText(name)}]`, depth - 1, [...path, name]),
  );
  const extra = listParts(readExtra(schema) ?? null, `${code}?.[${toText(EXTRA)}]`, depth - 1, [...path, EXTRA]);
  const first = isArray(schema["prefixItems"]) ? schema["prefixItems"][0] : schema["items"];
  const items = listParts(first ?? null, `${code}?.[0]`, depth - 1, [...path, "[]"]);
  const inner = [...composed, ...properties, ...extra, ...items];
  const isKnown = path.length > 0 || types.length + values.length > 0;
  const isLeaf = isKnown && !types.includes("object") && !types.includes("array") && inner.length === 0;
  return [{ code, path, types, values, isLeaf }, ...inner];
}
