import { type Coverage, formatCoverage } from "@nectar-sdk/testing";

/** Formats the coverage of the matrix: a line for each version and one for all. Empty if the matrix did not run. */
export function formatCoverageLines(coverages: readonly Coverage[]): string[] {
  if (coverages.length === 0) return [];
  const totals = { operations: 0, statuses: 0, seen: 0 };
  for (const { operations } of coverages)
    for (const { declared, seen } of Object.values(operations)) {
      totals.operations += 1;
      totals.statuses += declared.length;
      totals.seen += declared.filter((status) => Object.hasOwn(seen, status)).length;
    }
  const percent = (100 * totals.seen) / totals.statuses;
  const versions = coverages.map((coverage) => formatCoverage(coverage).split("\n").at(-1) ?? "");
  return [
    ...versions.map((line) => `contract ${line}`),
    `contract coverage: ${totals.operations / coverages.length} operations × ${coverages.length} versions, ` +
      `${totals.seen} of ${totals.statuses} operation × version × status (${percent.toFixed(1)} %)`,
  ];
}
