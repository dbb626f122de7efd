import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isObject } from "@nectar-sdk/openapi/document";
import { resolveFrom } from "../document/load-document.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { readMessage } from "../shared/error-message.ts";
import { UsageError } from "../shared/usage-error.ts";

/** A version as the packages write it: nothing else becomes part of a package name. */
const VERSION = /^v\d+\.\d+$/;

/**
 * Imports the version value of an installed version package by name: `v2.2`. Packages newer than this one are taken as well.
 *
 * @throws {UsageError} when the version does not exist or is not installed
 */
export async function loadVersion(version: string): Promise<VersionFacts> {
  const file = resolvePackage(version);
  const exports: unknown = await import(pathToFileURL(file).href);
  const api: unknown = Object(exports)[version.replace(".", "_")];
  if (isVersionFacts(api)) return api;
  throw new UsageError(
    `@nectar-sdk/api-${version} does not export a version: update it together with @nectar-sdk/testing`,
  );
}

/** Tells whether a version has an installed package, which may be newer than this one. */
export function isInstalled(version: string): boolean {
  try {
    resolvePackage(version);
    return true;
  } catch {
    return false;
  }
}

/** The main file of a version's package. */
function resolvePackage(version: string): string {
  const known = listVersions();
  try {
    if (VERSION.test(version)) return resolveFrom(`@nectar-sdk/api-${version}`);
  } catch (error) {
    if (known.includes(version)) throw new UsageError(readMessage(error));
  }
  throw new UsageError(`${JSON.stringify(version)} is not a version of the API; expected one of: ${known.join(", ")}`);
}

function isVersionFacts(value: unknown): value is VersionFacts {
  return (
    isObject(value) &&
    typeof value["version"] === "string" &&
    typeof value["baseUrl"] === "string" &&
    isObject(value["operations"])
  );
}

/** Lists the versions whose packages are peers of this package. */
export function listVersions(): string[] {
  const json: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const peers = isObject(json) ? json["peerDependencies"] : undefined;
  return Object.keys(isObject(peers) ? peers : {}).flatMap((name) => /^@nectar-sdk\/api-(v.+)$/.exec(name)?.[1] ?? []);
}
