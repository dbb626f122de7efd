import { UsageError } from "../../shared/command-line.ts";
import type { Version } from "../../shared/versions.ts";

/** Source of the documents: a URL that ends with a slash, or a folder. */
export type Origin =
  | { readonly kind: "url"; readonly base: URL }
  | { readonly kind: "folder"; readonly folder: string };

/** The folder of Nectar's documents. `openapi.json` in it is an older copy of v2.0. */
const UPSTREAM = "https://docs.nectarclimate.com/api-reference/";

const UPSTREAM_NAMES: Readonly<Record<Version, string>> = {
  "v2.0": "openapi-v2",
  "v2.1": "openapi-v2-1",
  "v2.2": "openapi-v2-2",
};

const CREDENTIALS =
  "--from: the address contains a user name or password, which specs.lock.json would record; give it without";

/** Name of a version's upstream document, without its ending. */
export function upstreamName(version: Version): string {
  return UPSTREAM_NAMES[version];
}

/**
 * Parses `--from`; without it, the origin is Nectar's own documents.
 *
 * @throws {UsageError} for a URL that is neither http nor https, or that contains a password
 */
export function parseOrigin(text: string | undefined): Origin {
  const from = text?.trim();
  if (from === "") throw new UsageError("--from: give a folder, or an http or https URL");
  // Without its scheme, an address looks like the path of a folder.
  if (/\/\/[^/]*@/.test(from ?? "")) throw new UsageError(CREDENTIALS);
  // One letter before the colon is a drive of Windows.
  if (from !== undefined && !/^[a-z][a-z\d+.-]+:/i.test(from)) return { kind: "folder", folder: from };
  const base = URL.parse(from ?? UPSTREAM);
  if (base !== null && hasCredentials(base)) {
    throw new UsageError(CREDENTIALS);
  }
  if (base === null || !["http:", "https:"].includes(base.protocol)) {
    // The part before an `@` may be a password even if this is not a URL.
    throw new UsageError(`--from ${from?.replace(/.*@/s, "…@")}: give a folder, or an http or https URL`);
  }
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return { kind: "url", base };
}

/** Checks whether an address contains a user name or a password. */
export function hasCredentials({ username, password }: URL): boolean {
  return username !== "" || password !== "";
}
