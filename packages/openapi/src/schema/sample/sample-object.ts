import { arrayIn, isObject, type Json, type JsonObject, objectIn, valueAt } from "../../document/json.ts";
import { compilePattern } from "../compile-pattern.ts";
import { mergeSchema } from "./merge-schema.ts";
import { isDeep, isRecursive, type Place } from "./place.ts";
import { readNumber } from "./read-number.ts";

/** An object may ask for any number of properties. */
const MOST_PROPERTIES = 1_000;

/** Samples an object: its required properties, the optional ones that the place wants, and further ones where it needs more. */
export function sampleObject(schema: JsonObject, place: Place): JsonObject {
  const names = chooseNames(schema, place);
  const dependents = objectIn(schema, "dependentSchemas");
  const more = names.flatMap((name) => valueAt(dependents, name) ?? []);
  if (more.length > 0) {
    const { dependentSchemas: _dependentSchemas, ...own } = schema;
    return sampleObject(mergeSchema(place.document, { allOf: [own, ...more] }), place);
  }
  const entries = names.flatMap((name) => sampleProperty(schema, name, place));
  return Object.fromEntries([...entries, ...addEntries(schema, entries, place)]);
}

/** An optional property without a valid value is left out. */
function sampleProperty(schema: JsonObject, name: string, place: Place): [string, Json][] {
  const below = { ...place, name, index: 0, depth: place.depth + 1 };
  const value = place.sample(readPropertySchema(schema, name), below);
  return value === undefined ? [] : [[name, value]];
}

function chooseNames(schema: JsonObject, place: Place): string[] {
  const properties = objectIn(schema, "properties");
  const required = completeNames(schema, listTexts(schema, "required"));
  const optional = Object.keys(properties).filter((name) => !required.has(name));
  const least = Math.min(readNumber(schema, "minProperties", 0), MOST_PROPERTIES);
  const most = readNumber(schema, "maxProperties", Number.POSITIVE_INFINITY);
  const possible = optional.filter((name) => properties[name] !== false);
  const wanted = possible.filter((name) => isWanted(properties[name] ?? true, place));
  const needed = Math.max(0, least - required.size - wanted.length);
  const added = possible.filter((name) => !wanted.includes(name)).slice(0, needed);
  const chosen = new Set([...wanted, ...added].slice(0, Math.max(0, most - required.size)));
  const all = completeNames(schema, [...required, ...chosen]);
  // Declared ones in their order.
  return [...new Set([...Object.keys(properties).filter((name) => all.has(name)), ...all])];
}

function isWanted(schema: Json, place: Place): boolean {
  if (place.shape === "least" || isDeep(place) || isRecursive(schema, place)) return false;
  return place.shape === "full" || place.random.next() < 0.5;
}

/** Names, with those that they require by `dependentRequired`. */
function completeNames(schema: JsonObject, names: readonly string[]): ReadonlySet<string> {
  const dependents = objectIn(schema, "dependentRequired");
  const all = new Set(names);
  // The loop also visits names that it adds.
  for (const name of all) for (const other of listTexts(dependents, name)) all.add(other);
  return all;
}

/** Further properties: as many as `minProperties` asks for, and one to show what a map contains. */
function addEntries(schema: JsonObject, entries: readonly [string, Json][], place: Place): [string, Json][] {
  const values = valueAt(schema, "additionalProperties");
  const isMap = schema["properties"] === undefined && (isObject(values) || schema["patternProperties"] !== undefined);
  const shown = isMap && place.shape !== "least" && !isDeep(place) && !isRecursive(values ?? true, place) ? 1 : 0;
  const most = readNumber(schema, "maxProperties", Number.POSITIVE_INFINITY);
  const least = Math.min(readNumber(schema, "minProperties", 0), MOST_PROPERTIES);
  const count = Math.min(Math.max(least, shown) - entries.length, most - entries.length);
  const taken = new Set(entries.map(([name]) => name));
  const added: [string, Json][] = [];
  for (let attempt = 0; added.length < count && attempt < 2 * count; attempt += 1) {
    const name = sampleName(schema, place, attempt);
    if (taken.has(name)) continue;
    taken.add(name);
    added.push(...sampleProperty(schema, name, place));
  }
  return added;
}

function sampleName(schema: JsonObject, place: Place, attempt: number): string {
  const [pattern] = Object.keys(objectIn(schema, "patternProperties"));
  const named = valueAt(schema, "propertyNames");
  if (named === undefined && pattern === undefined) return `key${attempt + 1}`;
  const names = named ?? { pattern: pattern ?? "" };
  const name = place.sample({ allOf: [{ type: "string" }, names] }, { ...place, name: "key", depth: place.depth + 1 });
  return String(name);
}

/** The schema that an object has for a property: declared, by pattern, or for all others. */
function readPropertySchema(schema: JsonObject, name: string): Json {
  const declared = valueAt(objectIn(schema, "properties"), name);
  const patterns = Object.entries(objectIn(schema, "patternProperties"));
  const matching = patterns.filter(([pattern]) => compilePattern(pattern)?.test(name)).map(([, own]) => own);
  const [single = valueAt(schema, "additionalProperties") ?? true, ...others] = [
    ...(declared === undefined ? [] : [declared]),
    ...matching,
  ];
  return others.length === 0 ? single : { allOf: [single, ...others] };
}

function listTexts(schema: JsonObject, key: string): string[] {
  return arrayIn(schema, key).filter((name) => typeof name === "string");
}
