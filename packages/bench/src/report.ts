/** A figure beside what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "µs" | "ms" | "×";
  /** The most that it should be; figures without one are there to compare with. */
  readonly goal?: number;
}

/** A table of figures. A goal that is missed is marked; a bench never fails, since times depend on the machine. */
export function report(title: string, figures: readonly Figure[]): string {
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
