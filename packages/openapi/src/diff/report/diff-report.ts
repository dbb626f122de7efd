import { groupBy } from "../../document/group-by.ts";
import { type JsonObject, objectIn, stringIn } from "../../document/json.ts";
import { readApi } from "../../document/read-api.ts";
import type { Change, Severity, View } from "../change/change.ts";
import type { Candidate } from "../find-candidates.ts";
import { SEVERITIES } from "./format-changes.ts";

/** A document as a report names it. */
export interface ReportedDocument {
  /** As the user named it. */
  readonly name: string;
  /** `info.title` and `info.version` of the document, as far as it has them. */
  readonly title: string;
  /** SHA-256 of the bytes in hex. */
  readonly sha256: string;
}

/** Returns `info.title` and `info.version` of a document, as far as it has them. */
export function readTitle(document: JsonObject): string {
  const info = objectIn(document, "info");
  return [stringIn(info, "title"), stringIn(info, "version")].filter((text) => text !== undefined).join(" ");
}

/** A change of behaviour that no document shows. */
export interface HiddenChange {
  readonly id: string;
  /** The change, as a sentence. */
  readonly change: string;
  /** The effect on a program that ignores it. */
  readonly wrong: string;
  /** How to find the places. */
  readonly look: string;
  /** How sure it is. */
  readonly evidence: "seen" | "inferred" | "assumed";
}

/** The differences of two documents. */
export interface DiffReport {
  readonly before: ReportedDocument;
  readonly after: ReportedDocument;
  readonly view: View;
  /** Without the ignored ones. */
  readonly changes: readonly Change[];
  readonly candidates: readonly Candidate[];
  /** Changes between the two that leave no trace in the documents. */
  readonly behaviour: readonly HiddenChange[];
  /** Number of changes that the ignore list accepts. */
  readonly ignored: number;
  /** The most changes that every format but `html` lists, worst first; the others are a count. @default no limit */
  readonly most?: number | undefined;
}

/** The changes that a format lists, and the number of the others. */
export interface ListedChanges {
  readonly listed: readonly Change[];
  readonly omitted: number;
}

/** Takes the worst changes up to a number, worst first. */
export function takeWorst(changes: readonly Change[], most: number = Number.POSITIVE_INFINITY): ListedChanges {
  if (changes.length <= most) return { listed: changes, omitted: 0 };
  return { listed: sortWorstFirst(changes).slice(0, most), omitted: changes.length - most };
}

/** The changes that a format for people lists. */
export interface EffectiveChanges extends ListedChanges {
  /** Number of changes of text, which it never lists. */
  readonly folded: number;
}

/** Takes the worst changes with an effect up to a number. */
export function takeEffective(changes: readonly Change[], most: number | undefined): EffectiveChanges {
  const effective = changes.filter(({ severity }) => severity !== "text");
  return { ...takeWorst(effective, most), folded: changes.length - effective.length };
}

/** The changes of one operation, schema or other subject. */
export interface ChangeGroup {
  /** `GET /site`, `webhook site.created`, `schema Site`. */
  readonly subject: string;
  /** The operations that use a schema or another component. */
  readonly operations: readonly string[];
  readonly worst: Severity;
  /** Worst first. */
  readonly changes: readonly Change[];
}

/** Groups changes by subject, the groups and the changes in them worst first, otherwise in their order. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = groupBy(changes, ({ where }) => `${where.area} ${where.subject}`);
  return [...groups.values()].map(toGroup).sort((left, right) => rankSeverity(left.worst) - rankSeverity(right.worst));
}

/**
 * Replaces the operation ids of changes by method and path, which readers know. An id of the old document counts only if the new one
 * lacks it.
 */
export function nameOperations(changes: readonly Change[], before: JsonObject, after: JsonObject): Change[] {
  const operations = [before, after].flatMap((document) => readApi(document).operations);
  const names = new Map(operations.map(({ label, method, path }) => [label, `${method.toUpperCase()} ${path}`]));
  return changes.map((change) => ({
    ...change,
    operations: [...new Set(change.operations.map((label) => names.get(label) ?? label))].sort(),
  }));
}

function toGroup(changes: readonly Change[]): ChangeGroup {
  const sorted = sortWorstFirst(changes);
  const [first] = sorted;
  const isShared = first?.where.area === "schema" || first?.where.area === "component";
  return {
    subject: first === undefined ? "" : formatSubject(first),
    operations: isShared ? (first?.operations ?? []) : [],
    worst: first?.severity ?? "text",
    changes: sorted,
  };
}

/** Sorts changes by their severity, otherwise in their order. */
export function sortWorstFirst(changes: readonly Change[]): Change[] {
  return changes.toSorted((left, right) => rankSeverity(left.severity) - rankSeverity(right.severity));
}

/** Returns the position of a severity, the worst at 0. */
export function rankSeverity(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function formatSubject({ where: { area, subject } }: Change): string {
  return area === "webhook" || area === "schema" ? `${area} ${subject}` : subject;
}

/** Formats what is behind a severity of both views: `wire maybe, types breaking`; empty if both agree. */
export function formatViews({ wire, typescript }: Change): string {
  return wire === typescript ? "" : `wire ${wire}, types ${typescript}`;
}

/** Formats a candidate as a question, never as a fact. */
export function formatCandidate({ kind, where, from, to, reason, removed, added }: Candidate): string {
  const place = kind === "operation-moved" ? "" : ` in ${where.subject}`;
  return `${kind.replace("-", " ")}${place}? ${from} → ${to} (${reason}; ${removed}, ${added})`;
}

/** Formats a change of behaviour as sentences: what changes, and the effect on a program that ignores it. */
export function formatBehaviour({ change, wrong, evidence }: HiddenChange): string {
  return `${change} ${wrong}${evidence === "seen" ? "" : ` (${evidence})`}`;
}

/** Formats a document with its title and the beginning of its hash. */
export function formatSource({ name, title, sha256 }: ReportedDocument): string {
  return `${name === "-" ? "standard input" : name}${title === "" ? "" : ` (${title})`}, SHA-256 ${sha256.slice(0, 12)}`;
}
