import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isObject } from "@nectar-sdk/openapi/document";
import { resolveFrom } from "../document/load-document.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { readMessage } from "../shared/error-message.ts";
import { UsageError } from "../shared/usage-error.ts";

/**
 * Imports the version value of an installed version package by name: `v2.2`.
 *
 * @throws {UsageError} when the version does not exist or is not installed
 */
export async function loadVersion(version: string): Promise<VersionFacts> {
  const known = listVersions();
  if (!known.includes(version)) {
    throw new UsageError(
      `${JSON.stringify(version)} is not a version of the API; expected one of: ${known.join(", ")}`,
    );
  }
  const exports: unknown = await import(pathToFileURL(resolvePackage(version)).href);
  const api: unknown = Object(exports)[version.replace(".", "_")];
  if (isVersionFacts(api)) return api;
  throw new UsageError(
    `@nectar-sdk/api-${version} does not export a version: update it together with @nectar-sdk/testing`,
  );
}

function resolvePackage(version: string): string {
  try {
    return resolveFrom(`@nectar-sdk/api-${version}`);
  } catch (error) {
    throw new UsageError(readMessage(error));
  }
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
