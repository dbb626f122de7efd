import { UsageError } from "../../shared/command-line.ts";
import type { Version } from "../../shared/versions.ts";

/** Where documents are taken from: below a URL, which ends with a slash, or out of a folder. */
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
  "--from: the address holds a user name or password; give it without, it would stand in specs.lock.json";

/** How a version's document is called upstream, without its ending. */
export function upstreamName(version: Version): string {
  return UPSTREAM_NAMES[version];
}

/**
 * What `--from` means; Nectar's own documents without it.
 *
 * @throws {UsageError} for a URL that is neither http nor https, or that holds a password
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
    // What stands before an `@` may be a password, even where no URL comes of it.
    throw new UsageError(`--from ${from?.replace(/.*@/s, "…@")}: give a folder, or an http or https URL`);
  }
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return { kind: "url", base };
}

/** Whether an address holds a user name or a password. */
export function hasCredentials({ username, password }: URL): boolean {
  return username !== "" || password !== "";
}
