import { type Change, countChanges, findCandidates, formatChanges } from "@nectar-sdk/openapi/diff";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { formatReport, type ReportFormat, sortWorstFirst } from "@nectar-sdk/openapi/report";
import type { DriftOptions } from "./options.ts";
import type { VersionPlan } from "./pull.ts";

/** Formats the effect of a pull on one version: a summary first where the format has room for it, then the changes, worst first. */
export function formatDrift(plan: VersionPlan, { format, most, verbose }: DriftOptions): string[] {
  if (format === "text") {
    return [...describeWithNotes(plan, "would be replaced by"), ...indent(formatText(plan.changes, verbose, most))];
  }
  const report = formatDocuments(plan, format, most);
  const isPure = format === "json" || format === "junit";
  return isPure
    ? report
    : [...describeWithNotes(plan, "would be replaced by"), ...(plan.isChange ? ["", ...report] : [])];
}

/** Describes the effect of a pull on one version, with what normalising drops. */
export function describeWithNotes(plan: VersionPlan, verb: string): string[] {
  const notes = plan.notes.map(({ at, message }) => `note: ${makeVisible(`${at}: ${message}`)}`);
  return [describePlan(plan, verb), ...indent(notes)];
}

function describePlan({ version, source, isChange, changes }: VersionPlan, verb: string): string {
  if (!isChange) return `${version}: unchanged`;
  return `${version}: ${verb} ${source}: ${changes.length === 0 ? "no change that a caller could notice" : countChanges(changes)}`;
}

/** Lists the changes, worst first; those of `text` only by their number, since another wording changes thousands. */
function formatText(changes: readonly Change[], isVerbose: boolean, most: number = Number.POSITIVE_INFINITY): string[] {
  const wanted = isVerbose ? changes : changes.filter(({ severity }) => severity !== "text");
  const sorted = sortWorstFirst(wanted);
  const [omitted, folded] = [Math.max(sorted.length - most, 0), changes.length - wanted.length];
  return [
    ...formatChanges(sorted.slice(0, most)),
    ...(omitted === 0 ? [] : [`${omitted} more, none worse; --max ${sorted.length} lists them`]),
    ...(folded === 0 ? [] : [`${folded} text; --verbose lists them`]),
  ];
}

function formatDocuments(
  { before, after, changes }: VersionPlan,
  format: ReportFormat,
  most: number | undefined,
): string[] {
  const candidates = findCandidates(changes);
  return formatReport({ before, after, view: "both", changes, candidates, behaviour: [], ignored: 0, most }, format);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
