import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "./command-line.ts";
import { parseVersions, VERSIONS_FILE, type VersionList } from "./parse-versions.ts";
import { readIfExists } from "./read-if-exists.ts";

/** `v2.1`; one of {@link VERSIONS}. */
export type Version = string;

/** `specs/versions.yaml` of this repository. */
export const VERSION_LIST: VersionList = parseVersions(
  readFileSync(join(import.meta.dirname, "../../../specs", VERSIONS_FILE), "utf8"),
);

/** The API versions, oldest first. */
export const VERSIONS: readonly Version[] = VERSION_LIST.versions.map(({ version }) => version);

/** The newest API version, the default of every command. */
export const NEWEST_VERSION: Version = VERSIONS.at(-1) ?? "";

/** Reads the versions of another repository, oldest first. */
export async function readVersions(specs: string): Promise<Version[]> {
  const { versions } = parseVersions(await readFile(join(specs, VERSIONS_FILE), "utf8"));
  return versions.map(({ version }) => version);
}

/** Reads the base URL of a version; `undefined` if there is no list, or none with the version. */
export async function readBaseUrl(specs: string, version: Version): Promise<string | undefined> {
  const text = await readIfExists(join(specs, VERSIONS_FILE));
  if (text === undefined) return undefined;
  return parseVersions(text).versions.find((entry) => entry.version === version)?.baseUrl;
}

/**
 * The version that a user means, with or without its `v`.
 *
 * @throws {UsageError} listing the known versions
 */
export function parseVersion(text: string): Version {
  return chooseVersion(text, VERSIONS);
}

/** Like {@link parseVersion}, among the given versions. */
export function chooseVersion<Known extends string>(text: string, versions: readonly Known[]): Known {
  const version = versions.find((known) => known === text || known === `v${text}`);
  if (version === undefined)
    throw new UsageError(`--version ${text}: expected one of: ${versions.join(", ") || "none"}`);
  return version;
}
