import type { Json } from "@nectar-sdk/openapi/document";

/** A value as it travels: a copy, without what JSON does not know. `null` for what is no JSON at all. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
}
