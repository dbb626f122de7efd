import { makeVisible } from "@nectar-sdk/openapi/document";

/**
 * Escapes text of a document for Markdown, so that it cannot contain HTML, links, images, headings or tables. Code in single backticks,
 * paragraphs and lists keep their meaning.
 */
export function escapeMarkdown(text: string): string {
  return text.split("\n").map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  const parts = makeVisible(line).split(/(`[^`]+`)/);
  // Every second part is a span of code, where Markdown has no syntax.
  const escaped = parts.map((part, index) => (index % 2 === 1 ? part : escapeProse(part))).join("");
  return escaped.replace(/^(\s*)(?=#|=+\s*$|-+\s*$|\+|:)/, "$1\\");
}

function escapeProse(text: string): string {
  return (
    text
      .replaceAll(/[\\`*_[\]<>&!|~]/g, "\\$&")
      // GitHub turns a bare address into a link.
      .replaceAll("://", ":\\//")
      .replaceAll(/\bwww\./gi, "www\\.")
  );
}

/** Formats text of a document as inline code in a table cell. */
export function codeCell(text: string): string {
  const line = makeVisible(text.replaceAll(/\s+/g, " "));
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(({ 0: run }) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${line.replaceAll("|", "\\|")}${padding}${fence}`;
}
