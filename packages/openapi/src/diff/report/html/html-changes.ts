import type { Json } from "../../../document/json.ts";
import type { Change } from "../../change/change.ts";
import { RULES } from "../../judge/rules.ts";
import { type ChangeGroup, formatViews } from "../diff-report.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { describePart } from "../format-changes.ts";

/** A value of more characters is folded. */
const LONGEST_OPEN = 4_000;
/** The most characters of a folded value that its summary shows. */
const SUMMARY = 100;

/** The sections of a page, and the number of changes and values that had no room. */
export interface HtmlChanges {
  readonly lines: readonly string[];
  readonly leftOutChanges: number;
  /** Those of changes on the page. */
  readonly leftOutValues: number;
}

interface Excerpt {
  readonly lines: readonly string[];
  readonly leftOutValues: number;
}

/** Formats changes with their whole values, in their order, in at most so many characters. Changes and values without room are counted. */
export function formatChangeGroups(groups: readonly ChangeGroup[], limit: number): HtmlChanges {
  const lines: string[] = [];
  let room = limit;
  let leftOutChanges = 0;
  let leftOutValues = 0;
  for (const group of groups) {
    const heading = formatHeading(group);
    const articles: string[] = [];
    let rest = room - measure([...heading, "</section>"]);
    for (const change of group.changes) {
      const article = formatChange(change, rest);
      if (measure(article.lines) > rest) {
        leftOutChanges += 1;
        continue;
      }
      rest -= measure(article.lines);
      articles.push(...article.lines);
      leftOutValues += article.leftOutValues;
    }
    if (articles.length === 0) continue;
    room = rest;
    lines.push(...heading, ...articles, "</section>");
  }
  return { lines, leftOutChanges, leftOutValues };
}

/** The operations that a change concerns. */
export function listOperations({ where, operations }: Change): string[] {
  return where.area === "operation" ? [where.subject] : [...operations];
}

function formatHeading({ subject, operations }: ChangeGroup): string[] {
  return [
    "<section>",
    `<h2>${escapeMarkup(subject)}</h2>`,
    ...(operations.length === 0 ? [] : [`<p class="meta">Used by ${escapeMarkup(operations.join(", "))}</p>`]),
  ];
}

const SENTENCES: ReadonlyMap<string, string> = new Map(RULES.map(({ kind, sentence }) => [kind, sentence]));

function formatChange(change: Change, room: number): Excerpt {
  const { id, severity, rule, kind, where, evidence } = change;
  const views = formatViews(change);
  const notes = [views, evidence === undefined || evidence === "seen" ? "" : `evidence: ${evidence}`].filter(
    (note) => note !== "",
  );
  const head = [
    `<article id="${id}" class="${severity}" data-severity="${severity}" data-operations="${escapeMarkup(JSON.stringify(listOperations(change)))}">`,
    `<p><b class="${severity}">${severity}</b> ${escapeMarkup(describePart(where))} <a class="id" href="#${id}">${id}</a></p>`,
    `<p>${escapeMarkup(rule.replaceAll("-", " "))}. <span class="meta">${escapeMarkup(SENTENCES.get(kind) ?? "")} ${escapeMarkup(notes.join("; "))}</span></p>`,
  ];
  const values = formatValues(change, room - measure([...head, "</article>"]));
  return { lines: [...head, ...values.lines, "</article>"], leftOutValues: values.leftOutValues };
}

function formatValues({ values, pointers, before, after }: Change, room: number): Excerpt {
  if (before === undefined && after === undefined) return { lines: [], leftOutValues: 0 };
  const [start, end] = ['<div class="sides">', "</div>"];
  const earlier = formatSide("before", values.before, pointers.before, room - measure([start, end]));
  const later = formatSide("after", values.after, pointers.after, room - measure([start, ...earlier.lines, end]));
  return {
    lines: [start, ...earlier.lines, ...later.lines, end],
    leftOutValues: earlier.leftOutValues + later.leftOutValues,
  };
}

function formatSide(name: string, value: Json | undefined, pointer: string | undefined, room: number): Excerpt {
  const text = formatValue(value);
  const place = `<small>${name}${pointer === undefined ? "" : ` <code>${escapeMarkup(pointer)}</code>`}</small>`;
  // Escaping never shortens, so a value without room need not be escaped.
  const line = text.length > room ? undefined : `<div>${place}${fold(text)}</div>`;
  if (line !== undefined && line.length < room) return { lines: [line], leftOutValues: 0 };
  return { lines: [`<div>${place}<p class="meta">left out: ${text.length} characters</p></div>`], leftOutValues: 1 };
}

function formatValue(value: Json | undefined): string {
  if (value === undefined) return "—";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** Puts a value on the page, closed if it is long. */
function fold(text: string): string {
  const value = `<pre>${text.split("\n").map(escapeMarkup).join("\n")}</pre>`;
  if (text.length <= LONGEST_OPEN) return value;
  const start = escapeMarkup(text.slice(0, SUMMARY).replaceAll(/\s+/g, " "));
  return `<details><summary><code>${start}…</code> (${text.length} characters)</summary>${value}</details>`;
}

function measure(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
