import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { createRandom } from "./random.ts";
import { allowsNull, mergeSchema, removeNull, sample } from "./sample.ts";

/** Values that hold, taken together, each place that may be `null` once as `null` and once not. */
export function sampleNullVariants(document: JsonObject, schema: Json, seed: string | number): Json[] {
  const depth = Math.max(0, ...findNullableFields(document, schema).values());
  // A place inside a value that is null does not exist; so one variant for each depth, and one without any null.
  return Array.from({ length: depth + 1 }, (_, at) =>
    sample(document, schema, { random: createRandom(seed, at), isNull: (around) => around + 1 === at }),
  );
}

/** Every place of a schema that may be `null`, as `/documents/{item}/account`, with how many such places it takes to get there, itself included. */
export function findNullableFields(document: JsonObject, schema: Json): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (node: Json, at: string, around: number, seen: readonly Json[]): void => {
    const own = mergeSchema(document, node);
    const nullable = allowsNull(document, own);
    if (nullable) found.set(at, around + 1);
    const inner = nullable ? removeNull(document, own) : own;
    const { properties, items } = inner;
    // A schema that contains itself is looked at once.
    if (properties !== undefined && seen.includes(properties)) return;
    const deeper = properties === undefined ? seen : [...seen, properties];
    const next = around + (nullable ? 1 : 0);
    if (isObject(properties))
      for (const [name, child] of Object.entries(properties)) visit(child, `${at}/${name}`, next, deeper);
    if (items !== undefined) visit(items, `${at}/{item}`, next, deeper);
  };
  visit(schema, "", 0, []);
  return found;
}

/** Which places of a schema that may be `null` a value has, as `null` or not. */
export interface SeenNulls {
  readonly asNull: ReadonlySet<string>;
  readonly asValue: ReadonlySet<string>;
}

/** Looks at a value with {@link findNullableFields} of its schema. */
export function findSeenNulls(fields: ReadonlyMap<string, number>, values: readonly Json[]): SeenNulls {
  const asNull = new Set<string>();
  const asValue = new Set<string>();
  const visit = (value: Json, at: string): void => {
    if (fields.has(at)) (value === null ? asNull : asValue).add(at);
    if (isArray(value)) for (const item of value) visit(item, `${at}/{item}`);
    if (isObject(value)) for (const [name, child] of Object.entries(value)) visit(child, `${at}/${name}`);
  };
  for (const value of values) visit(value, "");
  return { asNull, asValue };
}
