import type { Change } from "../change/change.ts";
import {
  type DiffReport,
  formatBehaviour,
  formatCandidate,
  formatSource,
  formatViews,
  groupChanges,
  type HiddenChange,
  takeEffective,
} from "./diff-report.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { countChanges, describePart } from "./format-changes.ts";

/** Formats a report as Markdown, for a pull request: one table for each operation, worst first; changes of text are a count. */
export function formatMarkdown({ before, after, behaviour, changes, candidates, ignored, most }: DiffReport): string[] {
  const { listed, omitted, folded } = takeEffective(changes, most);
  return [
    `# ${escapeMarkdown(before.name)} → ${escapeMarkdown(after.name)}`,
    "",
    `- before: ${escapeMarkdown(formatSource(before))}`,
    `- after: ${escapeMarkdown(formatSource(after))}`,
    `- ${countChanges(changes)}`,
    ...(ignored === 0 ? [] : [`- ${ignored} ignored`]),
    ...(folded === 0 ? [] : [`- ${folded} without effect are not listed`]),
    ...(omitted === 0 ? [] : [`- the ${listed.length} worst are listed, ${omitted} are not`]),
    ...(behaviour.length === 0 ? [] : ["", "## Not in the documents", "", ...behaviour.map(formatHidden)]),
    ...groupChanges(listed).flatMap((group) => [
      "",
      `## ${escapeMarkdown(group.subject)}`,
      ...(group.operations.length === 0 ? [] : ["", `Used by ${escapeMarkdown(group.operations.join(", "))}.`]),
      "",
      "| effect | place | change | before | after | id |",
      "| --- | --- | --- | --- | --- | --- |",
      ...group.changes.map(formatRow),
    ]),
    ...(candidates.length === 0
      ? []
      : ["", "## Perhaps", "", ...candidates.map((one) => `- ${escapeMarkdown(formatCandidate(one))}`)]),
  ];
}

function formatHidden(change: HiddenChange): string {
  return `- **${change.id}**: ${escapeMarkdown(`${formatBehaviour(change)} ${change.look}`)}`;
}

function formatRow(change: Change): string {
  const views = formatViews(change);
  const cells = [
    `**${change.severity}**${views === "" ? "" : ` (${views})`}`,
    escapeMarkdown(describePart(change.where)),
    escapeMarkdown(change.rule.replaceAll("-", " ")),
    escapeMarkdown(change.before ?? ""),
    escapeMarkdown(change.after ?? ""),
    change.id,
  ];
  return `| ${cells.join(" | ")} |`;
}
