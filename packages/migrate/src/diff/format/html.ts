import { createHash } from "node:crypto";
import { type Change, countChanges, describePart, RULES } from "@nectar-sdk/openapi/diff";
import type { Json } from "@nectar-sdk/openapi/document";
import type { BehaviourChange } from "../../generated/behaviour-change.ts";
import type { Source } from "../source/load-source.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { SCRIPT } from "./html-script.ts";
import { STYLE } from "./html-style.ts";
import {
  type ChangeGroup,
  type DiffReport,
  formatBehaviour,
  formatCandidate,
  formatViews,
  groupChanges,
  SEVERITIES,
} from "./report.ts";

/** Formats a report as one self-contained page. It loads nothing, and its policy allows its own script only. */
export function formatHtml(report: DiffReport): string[] {
  const { before, after, behaviour, changes, candidates, ignored } = report;
  const title = escapeMarkup(`${before.name} → ${after.name}`);
  const page = [
    "<!doctype html>",
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${formatPolicy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${title}</h1>`,
    `<div class="sides">${formatSide("before", before)}${formatSide("after", after)}</div>`,
    `<p>${escapeMarkup(countChanges(changes))}${ignored === 0 ? "" : `; ${ignored} ignored`}</p>`,
    ...(behaviour.length === 0
      ? []
      : ["<h2>Not in the documents</h2>", "<ul>", ...behaviour.map(formatHidden), "</ul>"]),
    ...formatFilters(changes),
    ...groupChanges(changes).flatMap(formatGroup),
    ...(candidates.length === 0 ? [] : ["<h2>Perhaps</h2>", "<ul>"]),
    ...candidates.map(
      (candidate) =>
        `<li>${escapeMarkup(formatCandidate(candidate))} ${formatLinks(candidate.removed, candidate.added)}`,
    ),
    ...(candidates.length === 0 ? [] : ["</ul>"]),
    `<script>${SCRIPT}</script>`,
    "</html>",
  ];
  return page.flatMap((line) => line.split("\n"));
}

function formatHidden(change: BehaviourChange): string {
  return `<li><code>${escapeMarkup(change.id)}</code> ${escapeMarkup(formatBehaviour(change))} <span class="meta">${escapeMarkup(change.look)}</span></li>`;
}

function formatPolicy(): string {
  const [style, script] = [STYLE, SCRIPT].map((text) => createHash("sha256").update(text).digest("base64"));
  return `default-src 'none'; style-src 'sha256-${style}'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`;
}

function formatSide(side: string, { name, title, sha256 }: Source): string {
  return `<div><small>${side}</small><br>${escapeMarkup(name)}<br><small>${escapeMarkup(title)}<br>SHA-256 <code>${sha256}</code></small></div>`;
}

/** Hidden until the script runs, which it needs. */
function formatFilters(changes: readonly Change[]): string[] {
  const operations = [...new Set(changes.flatMap(listOperations))].sort();
  return [
    "<form hidden>",
    '<input type="search" aria-label="Search" placeholder="Search: words, paths, ids">',
    '<select aria-label="Operation"><option value="">All operations</option>',
    ...operations.map((name) => `<option value="${escapeMarkup(name)}">${escapeMarkup(name)}</option>`),
    "</select>",
    "<fieldset>",
    ...SEVERITIES.map(
      (severity) =>
        `<label><input type="checkbox" value="${severity}" checked> <b class="${severity}">${severity}</b></label>`,
    ),
    "</fieldset>",
    "<output></output>",
    "</form>",
  ];
}

function listOperations({ where, operations }: Change): string[] {
  return where.area === "operation" ? [where.subject] : [...operations];
}

function formatGroup({ subject, operations, changes }: ChangeGroup): string[] {
  return [
    "<section>",
    `<h2>${escapeMarkup(subject)}</h2>`,
    ...(operations.length === 0 ? [] : [`<p class="meta">Used by ${escapeMarkup(operations.join(", "))}</p>`]),
    ...changes.flatMap(formatChange),
    "</section>",
  ];
}

const SENTENCES: ReadonlyMap<string, string> = new Map(RULES.map(({ kind, sentence }) => [kind, sentence]));

function formatChange(change: Change): string[] {
  const { id, severity, rule, kind, where, evidence } = change;
  const views = formatViews(change);
  const notes = [views, evidence === undefined || evidence === "seen" ? "" : `evidence: ${evidence}`].filter(
    (note) => note !== "",
  );
  return [
    `<article id="${id}" class="${severity}" data-severity="${severity}" data-operations="${escapeMarkup(JSON.stringify(listOperations(change)))}">`,
    `<p><b class="${severity}">${severity}</b> ${escapeMarkup(describePart(where))} <a class="id" href="#${id}">${id}</a></p>`,
    `<p>${escapeMarkup(rule.replaceAll("-", " "))}. <span class="meta">${escapeMarkup(SENTENCES.get(kind) ?? "")} ${escapeMarkup(notes.join("; "))}</span></p>`,
    ...formatValues(change),
    "</article>",
  ];
}

function formatValues({ values, pointers, before, after }: Change): string[] {
  if (before === undefined && after === undefined) return [];
  const side = (name: string, value: Json | undefined, pointer: string | undefined) =>
    `<div><small>${name}${pointer === undefined ? "" : ` <code>${escapeMarkup(pointer)}</code>`}</small><pre>${formatValue(value)}</pre></div>`;
  return [
    `<div class="sides">${side("before", values.before, pointers.before)}${side("after", values.after, pointers.after)}</div>`,
  ];
}

/** The most characters of one value; a page with hundreds of whole schemas is slow. */
const LONGEST = 4_000;

function formatValue(value: Json | undefined): string {
  if (value === undefined) return "—";
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.split("\n").map(escapeMarkup).join("\n");
}

function formatLinks(...ids: string[]): string {
  return ids.map((id) => `<a class="id" href="#${id}">${id}</a>`).join(" ");
}
