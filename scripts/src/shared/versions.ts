import { UsageError } from "./command-line.ts";

/** The API versions, oldest first. */
export const VERSIONS = ["v2.0", "v2.1", "v2.2"] as const;

export type Version = (typeof VERSIONS)[number];

/**
 * The version that a user means, with or without its `v`.
 *
 * @throws {UsageError} with the ones there are
 */
export function parseVersion(text: string): Version {
  return chooseVersion(text, VERSIONS);
}

/** The same among other versions than the usual ones. */
export function chooseVersion<Known extends string>(text: string, versions: readonly Known[]): Known {
  const version = versions.find((known) => known === text || known === `v${text}`);
  if (version === undefined) throw new UsageError(`--version ${text}: there is ${versions.join(", ") || "none"}`);
  return version;
}
