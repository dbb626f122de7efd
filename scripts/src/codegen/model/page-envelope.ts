import {
  type Json,
  type JsonObject,
  readProperties,
  readRequired,
  readTypes,
  resolve,
} from "@nectar-sdk/openapi/document";

/** The properties that make a response a page of a list. */
export const ENVELOPE_KEYS = ["currentPage", "hasNext", "totalPages"] as const;

/** The page-like properties of a response schema; `checkEnvelopes` decides which a page needs. */
export interface PageEnvelope {
  /** Which of {@link ENVELOPE_KEYS} it has. */
  readonly keys: readonly string[];
  /** Every property that is an array. */
  readonly arrays: readonly EnvelopeArray[];
  /** Every numeric property that could be the number of all items. */
  readonly totals: readonly string[];
}

export interface EnvelopeArray {
  readonly key: string;
  readonly items: Json;
  readonly required: boolean;
}

/** Reads a schema as a page envelope. */
export function readEnvelope(document: JsonObject, schema: Json): PageEnvelope {
  const properties = readProperties(document, schema);
  const required = readRequired(document, schema);
  const resolved = [...properties].map(([key, value]) => ({ key, schema: resolve(document, value) }));
  return {
    keys: ENVELOPE_KEYS.filter((key) => properties.has(key)),
    arrays: resolved
      .filter((property) => readTypes(property.schema).includes("array"))
      .map(({ key, schema }) => ({ key, items: schema["items"] ?? {}, required: required.has(key) })),
    totals: resolved
      .filter(({ key, schema }) => /^total/i.test(key) && key !== "totalPages" && isNumeric(schema))
      .map(({ key }) => key),
  };
}

/** Whether an envelope has all keys of a page. */
export function isPageEnvelope({ keys }: PageEnvelope): boolean {
  return keys.length === ENVELOPE_KEYS.length;
}

function isNumeric(schema: JsonObject): boolean {
  return readTypes(schema).some((type) => type === "integer" || type === "number");
}
