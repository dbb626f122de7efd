import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import type { ApiHistory } from "./api-history.ts";

/** Lists the changes that the documents do not show, between two versions, oldest first; none unless both are versions. */
export function listBehaviour(
  { versions, behaviour }: ApiHistory,
  from: string,
  to: string,
): readonly LocatedBehaviourChange[] {
  const [first, last] = [versions.indexOf(from), versions.indexOf(to)];
  if (first < 0 || last < 0) return [];
  return behaviour.filter((change) => versions.indexOf(change.from) >= first && versions.indexOf(change.to) <= last);
}
