import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import { behaviourChanges } from "../generated/behaviour-changes.ts";
import { listVersions } from "./api-package.ts";

/** Lists the changes that the documents do not show, between two versions, oldest first; none unless both are versions. */
export function listBehaviour(from: string, to: string): readonly LocatedBehaviourChange[] {
  const versions = listVersions();
  const [first, last] = [versions.indexOf(from), versions.indexOf(to)];
  if (first < 0 || last < 0) return [];
  return behaviourChanges.filter(
    (change) => versions.indexOf(change.from) >= first && versions.indexOf(change.to) <= last,
  );
}
