import { groupBy } from "../shared/group-by.ts";
import { oneLine } from "../shared/printable.ts";
import { type Coverage, totalsOf } from "./coverage.ts";

/**
 * One line for each resource and one for all: `documents: 5 of 5 operations, 12 of 30 statuses`.
 */
export function formatCoverage({ api, operations }: Coverage): string {
  const all = Object.values(operations);
  const resources = groupBy(all, ({ name }) => name.split(".", 1).join(""));
  const lines = [...resources].map(([resource, some]) => `${resource}: ${figures(some)}`);
  return [...lines, `${api}: ${figures(all)}`].map(oneLine).join("\n");
}

function figures(operations: Coverage["operations"][string][]): string {
  const totals = totalsOf(operations);
  return (
    `${totals.seenOperations} of ${totals.operations} operations, ` +
    `${totals.seenStatuses} of ${totals.statuses} statuses`
  );
}
