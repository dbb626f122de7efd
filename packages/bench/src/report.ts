/** A figure and its goal. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "µs" | "ms" | "×";
  /** Maximum; a figure without one is for comparison. */
  readonly goal?: number;
}

/** Formats figures as a table and marks missed goals. A benchmark never fails, because times depend on the machine. */
export function formatReport(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal }) => [
    name,
    `${value.toFixed(unit === "×" ? 3 : 2)} ${unit}`,
    goal === undefined ? "" : `${value <= goal ? "✓" : "✗"} goal ≤ ${goal} ${unit}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(([name = "", value = "", goal = ""]) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal}`.trimEnd(),
  );
  return [`\n${title}`, ...lines].join("\n");
}
