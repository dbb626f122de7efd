import { basename } from "node:path";
import { UsageError } from "../../shared/command-line.ts";
import { VERSION_LIST, type Version } from "../../shared/versions.ts";

/** Source of the documents: a URL that ends with a slash, or a folder. */
export type Origin =
  | { readonly kind: "url"; readonly base: URL }
  | { readonly kind: "folder"; readonly folder: string };

const CREDENTIALS =
  "--from: the address contains a user name or password, which specs.lock.json would record; give it without";

/** Name of a version's upstream document, without its ending. */
export function upstreamName(version: Version): string {
  const entry = VERSION_LIST.versions.find((known) => known.version === version);
  return basename(entry?.document ?? version).replace(/\.(json|ya?ml)$/, "");
}

/** Builds the URL of a version's document. A document with its own URL is read from there, unless `--from` names another. */
export function documentUrl(version: Version, base: URL): URL {
  const { upstream, versions } = VERSION_LIST;
  const document = versions.find((known) => known.version === version)?.document ?? "";
  return new URL(base.href === upstream ? document : `${upstreamName(version)}.json`, base);
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
  const base = URL.parse(from ?? VERSION_LIST.upstream);
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
