import { arrayIn, isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { createRandom, findSample, mergeSchema, type SchemaValidator } from "@nectar-sdk/openapi/schema";
import { isPageEnvelope, readEnvelope } from "../../codegen/model/page-envelope.ts";

const PAGES = 3;
/** So many branches of a union get an example. */
const MOST_BRANCHES = 8;

/** Samples a value that its schema accepts; undefined if no value is found. The same seed gives the same. */
export type SampleSchema = (schema: Json, seed: string) => Json | undefined;

/** Creates the samples of a document. */
export function createSampler(document: JsonObject, validate: SchemaValidator): SampleSchema {
  const accept: SchemaValidator = (schema, value) => [
    ...validate(schema, value),
    ...(containsReference(value) ? [{ at: "", message: "must not contain a property called $ref" }] : []),
  ];
  return (schema, seed) => findSample(document, schema, { random: createRandom(seed) }, accept);
}

/** Tools follow every `$ref` of a document, in an example too. */
function containsReference(value: Json): boolean {
  if (isArray(value)) return value.some(containsReference);
  return isObject(value) && (typeof value["$ref"] === "string" || Object.values(value).some(containsReference));
}

/**
 * Examples of a schema by name: three pages for a paginated list, one value for each branch of a union, one for anything else. Empty if no
 * value is found that the schema accepts.
 */
export function sampleExamples(
  document: JsonObject,
  schema: Json,
  seed: string,
  sampleSchema: SampleSchema,
  validate: SchemaValidator,
): Readonly<Record<string, Json>> {
  const pages = samplePages(document, schema, seed, sampleSchema);
  if (pages.length > 0 && pages.every((page) => validate(schema, page).length === 0))
    return nameAll(pages, (index) => `page${index + 1}`);
  const values = listVariants(document, schema).flatMap((variant, index) => {
    const value = sampleSchema(variant, index === 0 ? seed : `${seed} ${index}`);
    return value === undefined || validate(schema, value).length > 0 ? [] : [value];
  });
  const [other] = values.length > 0 ? [] : [sampleSchema(schema, seed)];
  return nameAll(other === undefined ? values : [other], (index) =>
    index === 0 ? "generated" : `generated${index + 1}`,
  );
}

function nameAll(values: readonly Json[], name: (index: number) => string): Readonly<Record<string, Json>> {
  return Object.fromEntries(values.map((value, index) => [name(index), value]));
}

function samplePages(document: JsonObject, schema: Json, seed: string, sampleSchema: SampleSchema): JsonObject[] {
  const envelope = readEnvelope(document, schema);
  const [list] = envelope.arrays;
  if (!isPageEnvelope(envelope) || list === undefined) return [];
  const [total] = envelope.totals;
  return Array.from({ length: PAGES }, (_, index) => {
    const page = sampleSchema(schema, `${seed} ${index}`);
    const items = isObject(page) ? page[list.key] : undefined;
    // A list of a union shows one branch on each page.
    const first = isArray(items) && items.length > 0 ? [items[index % items.length] ?? null] : [];
    const numbers = { currentPage: index + 1, totalPages: PAGES, hasNext: index + 1 < PAGES };
    const counts = total === undefined ? {} : { [total]: PAGES };
    return { ...(isObject(page) ? page : {}), ...numbers, ...counts, [list.key]: first };
  });
}

/** A schema, once for each branch if it is a union. */
function listVariants(document: JsonObject, schema: Json): Json[] {
  const merged = mergeSchema(document, schema);
  const key = ["oneOf", "anyOf"].find((name) => arrayIn(merged, name).length > 1);
  if (key === undefined) return [schema];
  const branches = arrayIn(merged, key).filter((branch) => mergeSchema(document, branch)["type"] !== "null");
  return branches.slice(0, MOST_BRANCHES).map((branch) => ({ ...merged, [key]: [branch] }));
}
