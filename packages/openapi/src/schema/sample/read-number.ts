import { type JsonObject, valueAt } from "../../document/json.ts";

/** The number at a key of a schema, or another one. */
export function readNumber(schema: JsonObject, key: string, otherwise: number): number {
  const value = valueAt(schema, key);
  return typeof value === "number" ? value : otherwise;
}
