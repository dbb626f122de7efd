import { formatCoverage } from "../coverage/format-coverage.ts";
import { toOneLine } from "../shared/printable.ts";
import type { Report, ReportedOperation } from "./create-report.ts";

/** Formats violations by operation, then calls that were left out, then coverage. */
export function formatText(report: Report): string {
  const { leftOut, coverage } = report;
  const rest = [
    ...(leftOut.length === 0 ? [] : [formatLeftOut(leftOut)]),
    `Coverage\n${indent(formatCoverage(coverage))}`,
  ];
  return `${[formatViolations(report), ...rest].join("\n\n")}\n`;
}

/** Formats only the violations, for an error message. */
export function formatViolations({ api, subject, incomplete, summary, operations }: Report): string {
  const { calls, errors, notes } = summary;
  return [
    `Nectar API ${api}${subject === undefined ? "" : `, ${toOneLine(subject)}`}: ${formatCount(calls, "call")}, ` +
      `${formatCount(errors, "error")}, ${formatCount(notes, "note")}`,
    ...(incomplete === undefined ? [] : [`INCOMPLETE: ${toOneLine(incomplete)}`]),
    ...operations.filter(({ violations }) => violations.length > 0).map(formatOperation),
  ].join("\n\n");
}

function formatOperation({ operation, name, method, path, violations }: ReportedOperation): string {
  const title = operation === undefined ? `${name} (no operation)` : `${name} (${method} ${path})`;
  const lines = violations.map(({ code, side, at, message, severity, count }) => {
    return `  ${severity} ${code} in ${side} ${at}${count === 1 ? "" : ` (${count} times)`}\n    ${message}`;
  });
  return [title, ...lines].map(cleanLines).join("\n");
}

function formatLeftOut(leftOut: Report["leftOut"]): string {
  const lines = leftOut.map(({ name, reason }) => toOneLine(`  ${name}: ${reason}`));
  return [`Left out: ${formatCount(leftOut.length, "call")}`, ...lines].join("\n");
}

/** Keeps the line break of the report and removes those of a server. */
function cleanLines(text: string): string {
  const [head = "", ...rest] = text.split("\n    ");
  return rest.length === 0 ? toOneLine(head) : `${toOneLine(head)}\n    ${toOneLine(rest.join(" "))}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
