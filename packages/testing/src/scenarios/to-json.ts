import type { Json } from "@nectar-sdk/openapi/document";

/** Copies a value the way JSON serializes it, dropping what JSON cannot represent. Returns `null` for `undefined` and functions. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
}
