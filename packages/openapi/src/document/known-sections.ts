import type { JsonObject } from "./json.ts";

/** The fields of an OpenAPI object (https://spec.openapis.org/oas/v3.1.1#openapi-object). */
const KNOWN = new Set([
  ...["openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags"],
  "externalDocs",
]);

/** The document without root keys that OpenAPI does not define, extensions apart: nothing may be hidden there for a tool to find. */
export function keepKnownSections(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([key]) => KNOWN.has(key) || key.startsWith("x-")));
}
