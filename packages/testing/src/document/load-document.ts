import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import type { ApiDocument } from "./read-document.ts";
import { readDocument, type VersionFacts } from "./read-document.ts";

// Reads a document and compiles its schemas once per version, not once per test.
const loaded = new WeakMap<VersionFacts, ApiDocument>();

/**
 * The OpenAPI document that a version package publishes. The search starts beside this package, then continues from the current directory.
 * Throws when the package is not installed.
 */
export function loadDocument(api: VersionFacts): ApiDocument {
  const document = loaded.get(api) ?? readDocument(api, readJson(documentFile(api.version)));
  loaded.set(api, document);
  return document;
}

/** Path of the OpenAPI document of a version. */
function documentFile(version: string): string {
  return resolveFrom(`@nectar-sdk/api-${version}/openapi.json`);
}

/** Path of an export of a version package, in any place where it is installed. */
export function resolveFrom(specifier: string): string {
  for (const place of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(place).resolve(specifier);
    } catch {
      // Not found here: try the next place.
    }
  }
  const name = specifier.split("/").slice(0, 2).join("/");
  throw new Error(`${name} is not installed: npm install --save-dev ${name}`);
}

function readJson(file: string): JsonObject {
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (isObject(json)) return json;
  throw new Error(`${file}: expected a JSON object`);
}
