import { isArray, type Json, type JsonObject, valueAt } from "../../document/json.ts";
import { readTypes, resolve } from "../../document/resolve.ts";
import type { SchemaValidator } from "../schema-validator.ts";
import { allowsNull, chooseBranches, removeNull } from "./branches.ts";
import { mergeSchema } from "./merge-schema.ts";
import { isDeep, isRecursive, listReferences, type Place, type Shape } from "./place.ts";
import type { Random } from "./random.ts";
import { sampleArray } from "./sample-array.ts";
import { sampleNumber } from "./sample-number.ts";
import { sampleObject } from "./sample-object.ts";
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

/** A sample of a schema costs at most so many parts. */
const MOST_PARTS = 20_000;
/** A schema that requires itself has no value. */
const DEEPEST = 40;
/** How often a part that its schema refuses is sampled again. */
const MOST_DRAWS = 12;
/** How often a value that its schema refuses is sampled again. */
const MOST_ATTEMPTS = 60;

/** Keywords that a sample may break. */
const UNCERTAIN = [
  ...["not", "oneOf", "allOf", "if", "dependentSchemas", "dependentRequired", "pattern", "multipleOf", "contains"],
  ...["uniqueItems", "propertyNames", "patternProperties", "minProperties", "maxProperties", "unevaluatedProperties"],
];

/**
 * Samples a value of a schema: every declared property, one or two items for each list, and each branch of a union in turn.
 *
 * The value may break what a schema says with `not`, `if` or `pattern`, for example: use {@link findSample} for a valid one.
 */
export function sample(document: JsonObject, schema: Json, options: SampleOptions): Json {
  return sampleShape(document, schema, options, "full");
}

/**
 * Samples values of a schema until one is valid. The same schema and random numbers give the same value.
 *
 * @returns undefined if no valid value was found
 */
export function findSample(
  document: JsonObject,
  schema: Json,
  options: SampleOptions,
  validate: SchemaValidator,
): Json | undefined {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const shape = (["full", "least"] as const)[attempt] ?? "random";
    const value = sampleShape(document, schema, options, shape, validate);
    if (validate(schema, value).length === 0) return value;
  }
  return undefined;
}

function sampleShape(
  document: JsonObject,
  schema: Json,
  options: SampleOptions,
  shape: Shape,
  validate?: SchemaValidator,
): Json {
  const { random, isNull = () => false } = options;
  const outermost = { name: "text", index: 0, depth: 0, nullableAround: 0, references: [] };
  const budget = { left: MOST_PARTS };
  const sampleHere: Place["sample"] = (node, place) => sampleValid(node, place, validate);
  return sampleAt(schema, { document, random, shape, isNull, budget, sample: sampleHere, ...outermost });
}

/** Samples a part of a value, and again while its schema refuses it. */
function sampleValid(node: Json, place: Place, validate: SchemaValidator | undefined): Json | undefined {
  const value = sampleAt(node, place);
  const schema = resolve(place.document, node);
  if (validate === undefined || !UNCERTAIN.some((key) => schema[key] !== undefined)) return value;
  const isValid = (candidate: Json): boolean => validate(node, candidate).length === 0;
  if (isValid(value)) return value;
  for (let draw = 1; draw < MOST_DRAWS && place.budget.left > 0; draw += 1) {
    const other = sampleAt(node, { ...place, shape: draw === 1 ? "least" : "random" });
    if (isValid(other)) return other;
  }
  return undefined;
}

function sampleAt(node: Json, around: Place): Json {
  const { document, budget } = around;
  budget.left -= 1;
  if (around.depth >= DEEPEST) return null;
  const place = { ...around, references: [...around.references, ...listReferences(node)] };
  const schema = mergeSchema(document, node);
  if (!allowsNull(document, schema)) return sampleMerged(schema, place);
  if (isRecursive(node, around) || place.isNull(place.nullableAround)) return null;
  return sampleMerged(removeNull(document, schema), { ...place, nullableAround: place.nullableAround + 1 });
}

function sampleMerged(schema: JsonObject, place: Place): Json {
  const { document, random } = place;
  const chosen = chooseBranches(document, schema, (branches) => pickBranch(branches, place));
  const constant = valueAt(chosen, "const");
  if (constant !== undefined) return constant;
  const values = chosen["enum"] ?? chosen["x-extensible-enum"];
  if (isArray(values)) {
    const others = values.filter((value): value is Json => value !== null && value !== undefined);
    return others.length === 0 ? null : random.pick(others);
  }
  return sampleType(chosen, place);
}

function pickBranch(branches: readonly Json[], place: Place): Json {
  const { document, index, random, shape } = place;
  const possible = branches.filter((branch) => branch !== false && !isRecursive(branch, place));
  const candidates = possible.length === 0 ? branches : possible;
  // The shortest branch is most likely one that ends.
  const size = (branch: Json): number => JSON.stringify(mergeSchema(document, branch)).length;
  if (isDeep(place)) return [...candidates].sort((a, b) => size(a) - size(b))[0] ?? true;
  return shape === "random" ? random.pick(candidates) : (candidates[index % candidates.length] ?? true);
}

function sampleType(schema: JsonObject, place: Place): Json {
  switch (chooseType(schema, place)) {
    case "object":
      return sampleObject(schema, place);
    case "array":
      return sampleArray(schema, place);
    case "integer":
      return sampleNumber({ ...schema, type: "integer" }, place.random);
    case "number":
      return sampleNumber({ ...schema, type: "number" }, place.random);
    case "boolean":
      return place.random.next() < 0.5;
    case "null":
      return null;
    default:
      return sampleString(schema, place.name, place.random);
  }
}

/** Keywords of types, for schemas that name none. */
const HINTS: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties"]],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

const TYPES = ["string", "integer", "boolean", "null", "object", "array"] as const;

function chooseType(schema: JsonObject, { random, shape }: Place): string {
  const types = readTypes(schema).filter((type) => type !== "null");
  if (types.length > 0) return shape === "random" ? random.pick(types) : (types[0] ?? "string");
  if (readTypes(schema).includes("null")) return "null";
  const hint = HINTS.find(([, keywords]) => keywords.some((key) => hasContent(schema[key])));
  return hint?.[0] ?? (shape === "random" ? random.pick(TYPES) : "string");
}

/** Merging leaves an empty list of required properties. */
function hasContent(value: Json | undefined): boolean {
  return value !== undefined && !(isArray(value) && value.length === 0);
}
