import type { Change } from "../../change/change.ts";
import {
  type DiffReport,
  formatBehaviour,
  formatCandidate,
  groupChanges,
  type HiddenChange,
  type ReportedDocument,
} from "../diff-report.ts";
import { escapeMarkup } from "../escape-markup.ts";
import { countChanges, SEVERITIES } from "../format-changes.ts";
import { formatChangeGroups, listOperations } from "./html-changes.ts";
import { SCRIPT, SCRIPT_HASH } from "./html-script.ts";
import { STYLE, STYLE_HASH } from "./html-style.ts";

/** The most characters of changes with their values; a browser opens larger pages too slowly. */
const LIMIT = 10_000_000;
/** The most candidates on a page. */
const MOST_CANDIDATES = 1000;

/**
 * Formats a report as one self-contained page. It loads nothing, and its policy allows its own script only. The changes and their values take
 * up to `limit` characters, worst first; the page states how many it leaves out.
 */
export function formatHtml(report: DiffReport, limit: number = LIMIT): string[] {
  const { before, after, behaviour, changes, candidates, ignored } = report;
  const title = escapeMarkup(`${before.name} → ${after.name}`);
  const sections = formatChangeGroups(groupChanges(changes), limit);
  const named = candidates.slice(0, MOST_CANDIDATES);
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
    ...formatLeftOut(sections.leftOutChanges, sections.leftOutValues, candidates.length - named.length),
    ...(behaviour.length === 0
      ? []
      : ["<h2>Not in the documents</h2>", "<ul>", ...behaviour.map(formatHidden), "</ul>"]),
    ...formatFilters(changes),
    ...sections.lines,
    ...(candidates.length === 0 ? [] : ["<h2>Perhaps</h2>", "<ul>"]),
    ...named.map(
      (candidate) =>
        `<li>${escapeMarkup(formatCandidate(candidate))} ${formatLinks(candidate.removed, candidate.added)}`,
    ),
    ...(candidates.length === 0 ? [] : ["</ul>"]),
    `<script>${SCRIPT}</script>`,
    "</html>",
  ];
  return page.flatMap((line) => line.split("\n"));
}

/** Names the parts that had no room on the page. */
function formatLeftOut(changes: number, values: number, candidates: number): string[] {
  if (changes + values + candidates === 0) return [];
  const counts = Object.entries({ changes, values, candidates }).filter(([, count]) => count > 0);
  const list = counts.map(([what, count]) => `${count} ${what}`).join(", ");
  return [
    `<p><b>Left out, because the page would be too long: ${list}.</b> The format <code>json</code> has them.</p>`,
  ];
}

function formatHidden(change: HiddenChange): string {
  return `<li><code>${escapeMarkup(change.id)}</code> ${escapeMarkup(formatBehaviour(change))} <span class="meta">${escapeMarkup(change.look)}</span></li>`;
}

function formatPolicy(): string {
  return `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;
}

function formatSide(side: string, { name, title, sha256 }: ReportedDocument): string {
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

function formatLinks(...ids: string[]): string {
  return ids.map((id) => `<a class="id" href="#${id}">${id}</a>`).join(" ");
}
