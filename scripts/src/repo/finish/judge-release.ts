import type { ReleaseEntry } from "../release/release-list.ts";

/** How far a staged tarball has come. */
export type Approval =
  /** The registry has these bytes. */
  | "approved"
  /** The registry lacks the version: a maintainer has not decided, or rejected it. */
  | "pending"
  /** The registry has other bytes under this version. */
  | "different";

/**
 * Compares a tarball with the registry.
 *
 * @param released the integrity of each version that the registry has
 */
export function judgeApproval({ version, integrity }: ReleaseEntry, released: ReadonlyMap<string, string>): Approval {
  const published = released.get(version);
  if (published === undefined) return "pending";
  return published === integrity ? "approved" : "different";
}
