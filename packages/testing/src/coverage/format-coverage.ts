import { groupBy } from "@nectar-sdk/openapi/document";
import { toOneLine } from "../shared/printable.ts";
import { type Coverage, sumTotals } from "./measure-coverage.ts";

/**
 * Formats a coverage as one line per resource and one line in total.
 *
 * @example
 * console.log(formatCoverage(recorder.coverage())); // documents: 5 of 5 operations, 12 of 30 statuses …
 */
export function formatCoverage({ api, operations }: Coverage): string {
  const all = Object.values(operations);
  const resources = groupBy(Object.entries(operations), ([name]) => name.split(".", 1).join(""));
  const lines = [...resources].map(([resource, some]) => {
    return `${resource}: ${formatFigures(some.map(([, operation]) => operation))}`;
  });
  return [...lines, `${api}: ${formatFigures(all)}`].map(toOneLine).join("\n");
}

function formatFigures(operations: Coverage["operations"][string][]): string {
  const totals = sumTotals(operations);
  return (
    `${totals.seenOperations} of ${totals.operations} operations, ` +
    `${totals.seenStatuses} of ${totals.statuses} statuses`
  );
}
