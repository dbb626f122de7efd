import type { JsonObject } from "@nectar-sdk/openapi/document";

/** Defines a closed object schema; a property whose name ends with `?` is optional. */
export function defineObject(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  const entries = Object.entries(properties);
  return {
    type: "object",
    required: entries.flatMap(([name]) => (name.endsWith("?") ? [] : [name])),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ""), schema])),
    additionalProperties: false,
  };
}
