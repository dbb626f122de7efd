import type { JsonObject } from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/** The generator reads OpenAPI 3.0 and 3.1. */
export function checkVersion(document: JsonObject): Problem[] {
  const { openapi } = document;
  if (typeof openapi === "string" && /^3\.[01](\.|$)/.test(openapi)) return [];
  const found = openapi === undefined ? "missing `openapi` field" : `unsupported \`openapi: ${String(openapi)}\``;
  return [{ at: "#/openapi", message: found, fix: "provide an OpenAPI 3.0 or 3.1 document" }];
}
