type Text = string | null | undefined;

/** The columns of a bill. What a document of some API version lacks stays empty. */
export interface Bill {
  readonly utilityCompany?: Text;
  readonly billDate?: Text;
  readonly chargesUnits?: Text;
  readonly totalCharges?: Text;
  readonly usageData?: readonly Usage[] | null;
}

interface Usage {
  readonly startDate?: Text;
  readonly endDate?: Text;
  readonly usage?: Text;
  readonly usageUnits?: Text;
}

const HEADINGS = ["Provider", "Period", "Usage", "Charges"] as const;

/** Formats bills as a table for a terminal. */
export function formatBillTable(bills: readonly Bill[]): string {
  const rows = [HEADINGS, ...bills.map(toRow)];
  const widths = HEADINGS.map((_heading, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "─".repeat(width)).join("  "));
  return lines.join("\n");
}

function toRow(bill: Bill): string[] {
  // Amounts are decimal strings; a number would round them.
  const usage = (bill.usageData ?? []).map((entry) => `${entry.usage ?? "?"} ${entry.usageUnits ?? ""}`.trim());
  const charges = bill.totalCharges == null ? "–" : `${bill.totalCharges} ${bill.chargesUnits ?? ""}`.trim();
  return [bill.utilityCompany ?? "–", formatPeriod(bill), usage.join(" + ") || "–", charges];
}

function formatPeriod({ usageData, billDate }: Bill): string {
  const days = (usageData ?? []).flatMap(({ startDate, endDate }) => [startDate ?? [], endDate ?? []].flat());
  const sorted = days.toSorted();
  return sorted.length === 0 ? (billDate ?? "–") : `${sorted[0]} – ${sorted.at(-1)}`;
}

function pad(cell: string, width: number, column: number): string {
  // Align the figures of usage and charges on the right.
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}
