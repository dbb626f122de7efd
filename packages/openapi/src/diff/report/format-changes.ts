import { groupBy } from "../../document/group-by.ts";
import { makeVisible } from "../../document/printable-text.ts";
import type { Change, Severity, Where } from "../change/change.ts";

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ["breaking", "maybe", "additive", "text"];

const WIDEST = Math.max(...SEVERITIES.map((severity) => severity.length));

/**
 * Formats changes for people: a heading for each operation or shared component, below it one line for each change
 * with its severity, its place in there and what happened. Keeps the order of the changes; no line for no change,
 * and no line break of a document begins another.
 */
export function formatChanges(changes: readonly Change[]): string[] {
  const groups = groupBy(changes, formatHeading);
  return [...groups].flatMap(([heading, members]) => [heading, ...members.map(formatLine)].map(makeVisible));
}

/** `3 changes: 1 breaking, 2 text`. */
export function countChanges(changes: readonly Change[]): string {
  const counts = SEVERITIES.map((severity) => {
    const count = changes.filter((change) => change.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const noun = changes.length === 1 ? "change" : "changes";
  return [`${changes.length} ${noun}`, counts.flat().join(", ")].filter((text) => text !== "").join(": ");
}

function formatHeading({ where, operations }: Change): string {
  const { area, subject, operationId } = where;
  if (area === "operation") return operationId === undefined ? subject : `${subject} (${operationId})`;
  if (area === "webhook") return `webhook ${subject}`;
  if (area === "document" || area === "path") return subject;
  return `${subject} (${operations.length === 0 ? "not used" : `used by ${operations.join(", ")}`})`;
}

function formatLine(change: Change): string {
  return `  ${change.severity.padEnd(WIDEST)}  ${describeChange(change)}`;
}

/** Describes a change below the heading of its subject: place, rule and values, `query limit: request parameter removed: integer`. */
export function describeChange({ where, rule, before, after }: Change): string {
  const values = [before, after].filter((text) => text !== undefined).join(" → ");
  return [describePart(where), rule.replaceAll("-", " "), values].filter((text) => text !== "").join(": ");
}

/** Describes the place inside a subject: `response 200 application/json items[].id`; empty for the whole subject. */
export function describePart({ part, field }: Where): string {
  return [part, field].filter((text) => text !== "").join(" ");
}
