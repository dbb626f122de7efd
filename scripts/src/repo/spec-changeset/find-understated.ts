import type { PendingChangeset } from "../changesets/read-pending.ts";
import type { PackageChange } from "./list-package-changes.ts";

const LEVELS = ["none", "patch", "minor", "major"] as const;

/** More ids than these are only counted. */
const LONGEST = 10;

/** Finds the packages whose changesets announce a smaller release than their documents need. One line each. */
export function findUnderstated(changes: readonly PackageChange[], pending: readonly PendingChangeset[]): string[] {
  return changes.flatMap(({ packageName, change }) => {
    if (change === undefined) return [];
    const types = pending.flatMap(({ releases }) => releases).filter(({ name }) => name === packageName);
    const said = LEVELS[Math.max(0, ...types.map(({ type }) => LEVELS.indexOf(type)))] ?? "none";
    if (LEVELS.indexOf(said) >= LEVELS.indexOf(change.bump)) return [];
    return [
      `${packageName}: the changesets say ${said}, the document says ${change.bump}${listIds(change.ids)}. ` +
        "Run `pnpm specs:changeset`",
    ];
  });
}

function listIds(ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const more = ids.length > LONGEST ? ` and ${ids.length - LONGEST} more` : "";
  return ` (${ids.slice(0, LONGEST).join(", ")}${more})`;
}
