import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { createRandom, sample } from "@nectar-sdk/openapi/schema";
import { isPageEnvelope, readEnvelope } from "../../codegen/model/page-envelope.ts";

const PAGES = 3;

/** Examples of a schema by name: three pages for a paginated list, one value for anything else. The same schema and seed give the same. */
export function sampleExamples(document: JsonObject, schema: Json, seed: string): Readonly<Record<string, Json>> {
  const envelope = readEnvelope(document, schema);
  const [list] = envelope.arrays;
  if (!isPageEnvelope(envelope) || list === undefined) return { generated: sampleValue(document, schema, seed) };
  const [total] = envelope.totals;
  const pages = Array.from({ length: PAGES }, (_, index): [string, Json] => {
    const page = sampleValue(document, schema, `${seed} ${index}`);
    const items = isObject(page) && isArray(page[list.key]) ? page[list.key] : undefined;
    const first = isArray(items) ? items.slice(0, 1) : [];
    const numbers = { currentPage: index + 1, totalPages: PAGES, hasNext: index + 1 < PAGES };
    const counts = total === undefined ? {} : { [total]: PAGES };
    return [`page${index + 1}`, { ...(isObject(page) ? page : {}), ...numbers, ...counts, [list.key]: first }];
  });
  return Object.fromEntries(pages);
}

/** One value of a schema. */
export function sampleValue(document: JsonObject, schema: Json, seed: string): Json {
  return sample(document, schema, { random: createRandom(seed) });
}
