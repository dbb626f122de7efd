import { makeVisible } from "@nectar-sdk/openapi/document";

/**
 * A text of a document as Markdown that shows it and does nothing else: no HTML, link, image, heading or table. Code in single backticks,
 * paragraphs and lists stay what they are.
 */
export function escapeMarkdown(text: string): string {
  return text.split("\n").map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  const parts = makeVisible(line).split(/(`[^`]+`)/);
  // Every second part is a span of code, in which nothing has a meaning.
  const escaped = parts.map((part, index) => (index % 2 === 1 ? part : escapeProse(part))).join("");
  return escaped.replace(/^(\s*)(?=#|=+\s*$|-+\s*$|\+|:)/, "$1\\");
}

function escapeProse(text: string): string {
  return (
    text
      .replaceAll(/[\\`*_[\]<>&!|~]/g, "\\$&")
      // GitHub makes a link of an address that only stands there.
      .replaceAll("://", ":\\//")
      .replaceAll(/\bwww\./gi, "www\\.")
  );
}

/** A text of a document as a span of code in a cell of a table. */
export function codeCell(text: string): string {
  const line = makeVisible(text.replaceAll(/\s+/g, " "));
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(({ 0: run }) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line.replaceAll("|", "\\|")}${padding}${fence}`;
}

/** Lines with texts of a document as a block of plain text, whose fence none of them can close. */
export function fenceText(lines: readonly string[]): string {
  const shown = lines.map(makeVisible);
  const longest = Math.max(2, ...shown.map((line) => /^\s*(`*)/.exec(line)?.[1]?.length ?? 0));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join("\n");
}
