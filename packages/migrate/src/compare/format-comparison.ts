import { type BothSides, type Comparison, isSameTotal, type UsageTotal } from "./comparison.ts";

/** Formats a comparison for people. Keys and values of rows appear only if it is verbose. */
export function formatComparison(comparison: Comparison, from: string, to: string, isVerbose: boolean): string[] {
  const { keys, incomplete, rows, paired, unpaired, regrouped, fields, totals, demand } = comparison;
  const both = ({ before, after }: BothSides<unknown>): string => `${from} ${before}, ${to} ${after}`;
  const total = (one: UsageTotal): string => {
    const unknown = `UNKNOWN, usage of rows is not a decimal: ${both(one.notAdded)}`;
    const sign = isSameTotal(one) ? "same" : one.notAdded.before + one.notAdded.after > 0 ? unknown : "DIFFERS";
    return `  ${one.datasourceType || "(no type)"}, ${one.usageUnits || "(no unit)"}: ${both(one)}: ${sign}`;
  };
  return [
    `Meters: ${keys}`,
    `Incomplete lists of usage: ${both(incomplete)}`,
    `Rows: ${both(rows)}`,
    `Paired: ${paired.byId} by id, ${paired.byPeriod} by meter and period`,
    `On one side only: ${both(unpaired)}`,
    `Periods with another number of rows: ${regrouped.periods}, ${regrouped.sameTotal} of them with the same total`,
    "Totals of usage:",
    ...totals.map(total),
    `Demand rows: ${both(demand.rows)}`,
    ...demand.totals.map(total),
    `Fields with differences: ${fields.length}`,
    ...fields.flatMap(({ field, differs, spelling, onlyBefore, onlyAfter, examples }) => [
      `  ${field}: ${differs} differ, ${spelling} in spelling alone, ${onlyBefore} only in ${from}, ${onlyAfter} only in ${to}`,
      ...(isVerbose ? examples.map((one) => `    ${one.key}: ${toText(one.before)} → ${toText(one.after)}`) : []),
    ]),
  ];
}

function toText(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
