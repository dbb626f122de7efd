import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import {
  allowsNull,
  createRandom,
  findSample,
  mergeSchema,
  removeNull,
  type SampleOptions,
  type SchemaValidator,
  sample,
} from "@nectar-sdk/openapi/schema";

/**
 * Samples values that together contain each nullable field both as `null` and as a value. With a validator they are valid, wherever a valid
 * value is found.
 */
export function sampleNullVariants(
  document: JsonObject,
  schema: Json,
  seed: string | number,
  validate?: SchemaValidator,
): Json[] {
  const depth = Math.max(0, ...findNullableFields(document, schema).values());
  // A field inside a null value does not exist: one variant per depth, and one without any null.
  return Array.from({ length: depth + 1 }, (_, at) => {
    const createOptions = (): SampleOptions => ({
      random: createRandom(seed, at),
      isNull: (around) => around + 1 === at,
    });
    const valid = validate && findSample(document, schema, createOptions(), validate);
    return valid ?? sample(document, schema, createOptions());
  });
}

/** Finds the nullable fields of a schema, such as `/documents/{item}/account`, with their nullable depth (1 for the outermost). */
export function findNullableFields(document: JsonObject, schema: Json): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (node: Json, at: string, around: number, seen: readonly Json[]): void => {
    const own = mergeSchema(document, node);
    const nullable = allowsNull(document, own);
    if (nullable) found.set(at, around + 1);
    const inner = nullable ? removeNull(document, own) : own;
    const { properties, items } = inner;
    // Visits a recursive schema once.
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

/** The nullable fields that values contain as `null` and as a value. */
export interface SeenNulls {
  readonly asNull: ReadonlySet<string>;
  readonly asValue: ReadonlySet<string>;
}

/** Finds which of the {@link findNullableFields} of a schema occur in values as `null` and as a value. */
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
