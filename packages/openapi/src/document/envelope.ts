import type { Json, JsonObject } from "./json.ts";
import { propertiesOf, requiredOf, resolve, typesOf } from "./resolve.ts";

/** The properties that make an answer a page of a list. */
export const ENVELOPE_KEYS = ["currentPage", "hasNext", "totalPages"] as const;

/** What an answer schema says about being a page; see `checkEnvelopes` for what it has to say. */
export interface Envelope {
  /** Which of {@link ENVELOPE_KEYS} it has. */
  readonly keys: readonly string[];
  /** Every property that is an array. */
  readonly arrays: readonly EnvelopeArray[];
  /** Every integer property that could be the number of all items. */
  readonly totals: readonly string[];
}

export interface EnvelopeArray {
  readonly key: string;
  readonly items: Json;
  readonly required: boolean;
}

/** Reads a schema as an envelope. */
export function readEnvelope(document: JsonObject, schema: Json): Envelope {
  const properties = propertiesOf(document, schema);
  const required = requiredOf(document, schema);
  const resolved = [...properties].map(([key, value]) => ({ key, schema: resolve(document, value) }));
  return {
    keys: ENVELOPE_KEYS.filter((key) => properties.has(key)),
    arrays: resolved
      .filter((property) => typesOf(property.schema).includes("array"))
      .map((property) => ({
        key: property.key,
        items: property.schema["items"] ?? {},
        required: required.has(property.key),
      })),
    totals: resolved
      .filter(({ key, schema }) => /^total/i.test(key) && key !== "totalPages" && isNumeric(schema))
      .map(({ key }) => key),
  };
}

/** Whether it has all that makes a page. */
export function isEnvelope({ keys }: Envelope): boolean {
  return keys.length === ENVELOPE_KEYS.length;
}

function isNumeric(schema: JsonObject): boolean {
  return typesOf(schema).some((type) => type === "integer" || type === "number");
}
