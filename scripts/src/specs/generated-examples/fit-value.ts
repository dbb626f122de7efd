import {
  arrayIn,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectIn,
  pointerTo,
  valueAt,
} from "@nectar-sdk/openapi/document";
import { listSchemaParts, type SchemaProblem, type SchemaValidator } from "@nectar-sdk/openapi/schema";
import type { SampleSchema } from "./sample-examples.ts";

/** Each round fills one level of nesting. */
const MOST_ROUNDS = 30;

/**
 * Fits a value to its schema: it samples required properties that are missing, and values that the schema refuses. A property of an object
 * with an id is the same in every example of that object.
 *
 * @returns undefined if sampling does not help
 */
export function fitValue(
  document: JsonObject,
  schema: Json,
  value: Json,
  validate: SchemaValidator,
  sampleSchema: SampleSchema,
): Json | undefined {
  const replace = (current: Json, place: string): Json =>
    replaceAt(current, place.split("/").slice(1), { document, schema, seed: place, sampleSchema });
  let fitted = value;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const problems = validate(schema, fitted);
    if (problems.length === 0) return fitted;
    const missing = problems.flatMap(({ at, message }) => {
      const name = /^must have required property '([\s\S]*)'$/.exec(message)?.[1];
      return name === undefined ? [] : [pointerTo(at, name)];
    });
    const before = fitted;
    fitted = (missing.length > 0 ? missing : findDeepest(problems)).reduce(replace, fitted);
    // The schema says nothing about the place, or no value was found for it.
    if (fitted === before) return undefined;
  }
  return undefined;
}

/** A union reports a problem for itself too, above that of its branch. */
function findDeepest(problems: readonly SchemaProblem[]): string[] {
  const places = [...new Set(problems.map(({ at }) => at))];
  return places.filter((place) => !places.some((other) => other.startsWith(`${place}/`)));
}

interface PlaceInSchema {
  readonly document: JsonObject;
  readonly schema: Json;
  readonly seed: string;
  readonly sampleSchema: SampleSchema;
}

/** Replaces the value at a path by a sample of its schema; the same value if there is none. */
function replaceAt(value: Json, [key, ...rest]: readonly string[], place: PlaceInSchema): Json {
  const { document, schema, seed, sampleSchema } = place;
  if (key === undefined) return sampleSchema(schema, seed) ?? value;
  const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
  const parts = listSchemaParts(document, schema);
  if (isArray(value)) {
    const schemas = parts.map((part) => arrayIn(part, "prefixItems")[Number(key)] ?? part["items"]);
    const below = { ...place, schema: schemas.find((found) => found !== undefined) ?? true };
    const replaceItem = (item: Json, index: number): Json =>
      String(index) === key ? replaceAt(item, rest, below) : item;
    const items = value.map(replaceItem);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const property = parts
    .map((part) => valueAt(objectIn(part, "properties"), name))
    .find((found) => found !== undefined);
  if (property === undefined) return value;
  const id = value["id"];
  const below = { ...place, schema: property, seed: typeof id === "string" ? `${id} ${name}` : seed };
  const own = valueAt(value, name);
  const replaced = own === undefined ? sampleSchema(property, below.seed) : replaceAt(own, rest, below);
  return replaced === undefined || replaced === own ? value : { ...value, [name]: replaced };
}

/** Properties to set in an object of a value. */
export interface ValueUpdate {
  readonly path: readonly (string | number)[];
  readonly update: JsonObject;
}

/** Lists the updates that make one value of another; undefined if only another value as a whole does. */
export function listUpdates(
  before: Json,
  after: Json,
  path: readonly (string | number)[] = [],
): ValueUpdate[] | undefined {
  if (before === after) return [];
  if (isArray(before) && isArray(after) && before.length === after.length) {
    const inside = after.map((item, index) => listUpdates(before[index] ?? null, item, [...path, index]));
    return inside.every((updates) => updates !== undefined) ? inside.flat() : undefined;
  }
  if (!isObject(before) || !isObject(after)) return undefined;
  const own: [string, Json][] = [];
  const below: ValueUpdate[] = [];
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const updates = old === undefined ? undefined : listUpdates(old, value, [...path, key]);
    // An object would be merged into the old one.
    if (updates === undefined && isObject(old) && isObject(value)) return undefined;
    if (updates === undefined) own.push([key, value]);
    else below.push(...updates);
  }
  return [...(own.length === 0 ? [] : [{ path, update: Object.fromEntries(own) }]), ...below];
}
