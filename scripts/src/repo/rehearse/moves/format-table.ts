import type { Move } from "./judge-moves.ts";

/** A step of the rehearsal that has ended. */
export interface Row {
  readonly step: string;
  readonly moves: readonly Move[];
  readonly seconds: number;
  /** Line by line; empty for success. */
  readonly problems: readonly string[];
}

/** Formats the steps as a table in Markdown, with their total, and the problems below it. */
export function formatTable(rows: readonly Row[]): string[] {
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
  const problems = rows.flatMap(({ step, problems }) => problems.map((problem) => `${step}: ${problem}`));
  return [
    "| | step | packages moved | versions | seconds |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map(formatRow),
    `| | all | | | ${seconds.toFixed(1)} |`,
    ...(problems.length === 0 ? [] : ["", ...problems]),
  ];
}

function formatRow({ step, moves, seconds, problems }: Row): string {
  const names = moves.map(({ name }) => name.replace(/^@[^/]*\//, ""));
  // Most packages have the same versions.
  const versions = new Set(moves.map(({ before, after }) => `${before} → ${after}`));
  const cells = [problems.length === 0 ? "✓" : "✗", step, names.join(", ") || "–", [...versions].join(", ") || "–"];
  return `| ${cells.join(" | ")} | ${seconds.toFixed(1)} |`;
}
