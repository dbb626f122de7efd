import { basename } from "node:path";
import { UsageError } from "../../shared/command-line.ts";
import { VERSION_LIST, type Version } from "../../shared/versions.ts";

/** Where documents are taken from: below a URL, which ends with a slash, or out of a folder. */
export type Origin =
  | { readonly kind: "url"; readonly base: URL }
  | { readonly kind: "folder"; readonly folder: string };

const CREDENTIALS =
  "--from: the address holds a user name or password; give it without, it would stand in specs.lock.json";

/** How a version's document is called upstream, without its ending. */
export function upstreamName(version: Version): string {
  const entry = VERSION_LIST.versions.find((known) => known.version === version);
  return basename(entry?.document ?? version).replace(/\.(json|ya?ml)$/, "");
}

/** Where the document of a version is below a URL. A document with an address of its own is there unless `--from` names another. */
export function documentUrl(version: Version, base: URL): URL {
  const { upstream, versions } = VERSION_LIST;
  const document = versions.find((known) => known.version === version)?.document ?? "";
  return new URL(base.href === upstream ? document : `${upstreamName(version)}.json`, base);
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
  const base = URL.parse(from ?? VERSION_LIST.upstream);
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
