import { asObject, isArray } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";
import { packageName, VERSION_PATTERN } from "./version-names.ts";

/** One API version, as `specs/versions.yaml` describes it. */
export interface VersionEntry {
  /** `v2.1` */
  readonly version: string;
  /** The upstream document: a URL, or a file name below {@link VersionList.upstream}. */
  readonly document: string;
  readonly baseUrl: string;
  /** Name of the generated package. */
  readonly package: string;
}

/** The contents of `specs/versions.yaml`. */
export interface VersionList {
  /** URL of the folder with the upstream documents; ends with a slash. */
  readonly upstream: string;
  /** Further documents of that folder: their names with the version that they copy. */
  readonly copies: ReadonlyMap<string, string>;
  /** Oldest first. */
  readonly versions: readonly VersionEntry[];
}

/** Path of the list below `specs/`. */
export const VERSIONS_FILE = "versions.yaml";

/**
 * Reads the text of `specs/versions.yaml`.
 *
 * @throws {Error} with the first entry that is not valid and how to correct it
 */
export function parseVersions(text: string): VersionList {
  const { upstream, copies, versions } = asObject(parse(text), VERSIONS_FILE);
  if (!isHttpUrl(upstream) || !upstream.endsWith("/")) {
    throw new Error(`${VERSIONS_FILE}: upstream must be an http or https URL that ends with a slash`);
  }
  if (!isArray(versions) || versions.length === 0) {
    throw new Error(`${VERSIONS_FILE}: versions must be a list of at least one`);
  }
  const entries = versions.map((value, index) => parseEntry(value, `${VERSIONS_FILE}: versions[${index}]`));
  for (const [index, { version }] of entries.entries()) {
    const before = entries[index - 1];
    if (before !== undefined && compareVersions(before.version, version) >= 0) {
      throw new Error(`${VERSIONS_FILE}: ${version} follows ${before.version}; list each version once, oldest first`);
    }
  }
  return { upstream, copies: parseCopies(copies, entries), versions: entries };
}

function parseCopies(value: unknown, versions: readonly VersionEntry[]): Map<string, string> {
  const copies = Object.entries(asObject(value ?? {}, `${VERSIONS_FILE}: copies`));
  return new Map(
    copies.map(([name, version]) => {
      if (typeof version === "string" && versions.some((entry) => entry.version === version)) return [name, version];
      throw new Error(
        `${VERSIONS_FILE}: copies: ${name}: expected one of: ${versions.map((entry) => entry.version).join(", ")}`,
      );
    }),
  );
}

/** Orders versions by their numbers, so that v2.10 follows v2.9. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

function parseEntry(value: unknown, where: string): VersionEntry {
  const { version, document, baseUrl, package: name } = asObject(value, where);
  if (typeof version !== "string" || !VERSION_PATTERN.test(version)) {
    throw new Error(`${where}: version must look like v2.1`);
  }
  if (typeof document !== "string" || !/\.(json|ya?ml)$/.test(document)) {
    throw new Error(`${where}: document must be the URL or name of a .json, .yaml or .yml file`);
  }
  if (!isHttpUrl(baseUrl)) throw new Error(`${where}: baseUrl must be an http or https URL`);
  if (name !== packageName(version)) throw new Error(`${where}: package must be ${packageName(version)}`);
  return { version, document, baseUrl, package: name };
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === "string" && /^https?:$/.test(URL.parse(value)?.protocol ?? "");
}
