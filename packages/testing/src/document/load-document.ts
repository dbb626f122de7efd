import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import type { ApiDocument } from "./read-document.ts";
import { readDocument, type VersionFacts } from "./read-document.ts";

// Reading a document and compiling its schemas is paid once for each version value, not for each test.
const loaded = new WeakMap<VersionFacts, ApiDocument>();

/**
 * The OpenAPI document that a version package publishes. It is looked for beside this package first, then from the current directory.
 * Throws when the package is not installed.
 */
export function loadDocument(api: VersionFacts): ApiDocument {
  const document = loaded.get(api) ?? readDocument(api, readJson(documentFile(api.version)));
  loaded.set(api, document);
  return document;
}

/** Path of the OpenAPI document of a version. */
export function documentFile(version: string): string {
  return resolveFrom(`@nectar-sdk/api-${version}/openapi.json`);
}

/** Path of what a version package exports, wherever it is installed. */
export function resolveFrom(specifier: string): string {
  for (const place of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return createRequire(place).resolve(specifier);
    } catch {
      // Not there: the next place may have it.
    }
  }
  const name = specifier.split("/").slice(0, 2).join("/");
  throw new Error(`${name} is not installed: npm install --save-dev ${name}`);
}

function readJson(file: string): JsonObject {
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (isObject(json)) return json;
  throw new Error(`${file}: a JSON object is expected`);
}
