import type { Change } from "../change/change.ts";
import { type ChangeGroup, type DiffReport, formatViews, groupChanges, takeWorst } from "./diff-report.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { describeChange } from "./format-changes.ts";

/** Formats a report as JUnit XML: a suite for each operation, a test for each change; only breaking ones have failed. */
export function formatJunit({ before, after, changes, most }: DiffReport): string[] {
  const { listed, omitted } = takeWorst(changes, most);
  const groups = groupChanges(listed);
  const name = escapeMarkup(`${before.name} to ${after.name}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" tests="${listed.length}" failures="${countBreaking(listed)}">`,
    ...(omitted === 0 ? [] : [`  <!-- ${omitted} more, none worse -->`]),
    ...groups.flatMap(formatSuite),
    "</testsuites>",
  ];
}

function countBreaking(changes: readonly Change[]): number {
  return changes.filter(({ severity }) => severity === "breaking").length;
}

function formatSuite({ subject, changes }: ChangeGroup): string[] {
  const counts = `tests="${changes.length}" failures="${countBreaking(changes)}"`;
  return [
    `  <testsuite name="${escapeMarkup(subject)}" ${counts}>`,
    ...changes.flatMap((change) => formatCase(subject, change)),
    "  </testsuite>",
  ];
}

function formatCase(subject: string, change: Change): string[] {
  const { id, severity } = change;
  const open = `    <testcase classname="${escapeMarkup(subject)}" name="${escapeMarkup(`${id} ${describeChange(change)}`)}"`;
  if (severity !== "breaking") return [`${open}/>`];
  const views = formatViews(change);
  return [
    `${open}>`,
    `      <failure type="${severity}" message="${escapeMarkup(views === "" ? severity : views)}"/>`,
    "    </testcase>",
  ];
}
