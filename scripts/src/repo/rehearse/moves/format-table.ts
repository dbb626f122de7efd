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
  const texts = moves.map(({ before, after }) => `${before} → ${after}`);
  // Often, all packages have the same versions. Otherwise, they are in the order of the packages.
  const versions = new Set(texts).size === 1 ? texts.slice(0, 1) : texts;
  const cells = [problems.length === 0 ? "✓" : "✗", step, names.join(", ") || "–", versions.join(", ") || "–"];
  return `| ${cells.join(" | ")} | ${seconds.toFixed(1)} |`;
}
