import type { Change } from "../change/change.ts";
import {
  type ChangeGroup,
  type DiffReport,
  formatBehaviour,
  formatCandidate,
  formatSource,
  formatViews,
  groupChanges,
  type HiddenChange,
  takeEffective,
} from "./diff-report.ts";
import { countChanges, describeChange, SEVERITIES } from "./format-changes.ts";

const WIDEST = Math.max(...SEVERITIES.map((severity) => severity.length));

/** Formats a report for people: by operation, worst first; changes of text are a count. */
export function formatTerminal(report: DiffReport): string[] {
  const { before, after, behaviour, changes, candidates, ignored, most } = report;
  const { listed, omitted, folded } = takeEffective(changes, most);
  return [
    `before: ${formatSource(before)}`,
    `after:  ${formatSource(after)}`,
    "",
    ...(behaviour.length === 0 ? [] : ["Not in the documents", ...behaviour.flatMap(formatHidden), ""]),
    ...groupChanges(listed).flatMap(formatGroup),
    ...(candidates.length === 0 ? [] : ["Perhaps:", ...candidates.map((one) => `  ${formatCandidate(one)}`), ""]),
    ...(omitted === 0 ? [] : [`${omitted} more, none worse`]),
    ...(folded === 0 ? [] : [`${folded} without effect (text); --format json lists them`]),
    ...(ignored === 0 ? [] : [`${ignored} ignored`]),
    countChanges(changes),
  ];
}

function formatHidden(change: HiddenChange): string[] {
  return [`  ${change.id}  ${formatBehaviour(change)}`, `    ${change.look}`];
}

function formatGroup({ subject, operations, changes }: ChangeGroup): string[] {
  const users = operations.length > 3 ? `${operations.length} operations` : operations.join(", ");
  return [operations.length === 0 ? subject : `${subject} (used by ${users})`, ...changes.map(formatLine), ""];
}

function formatLine(change: Change): string {
  const views = formatViews(change);
  const { severity, id } = change;
  return `  ${severity.padEnd(WIDEST)}  ${id}  ${describeChange(change)}${views === "" ? "" : ` (${views})`}`;
}
