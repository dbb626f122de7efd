import { makeVisible } from "@nectar-sdk/openapi/document";

/** The text of a doc comment, between `/*` and its end. */
export function docText(text: string): string {
  const lines = text.replaceAll("*/", "*\\/").split("\n").map(makeVisible);
  if (lines.length === 1) return `* ${lines.join()} `;
  return ["*", ...lines.map((line) => ` * ${line}`.trimEnd()), " "].join("\n");
}

/** A doc comment with its line end; empty for an empty text. */
export function docComment(text: string, indentation = ""): string {
  if (text.trim() === "") return "";
  return `/*${docText(text.trim())}*/`.replaceAll(/^/gm, indentation).concat("\n");
}

/** Escapes words that begin with `@`, which TypeScript would read as tags. */
export function escapeTags(text: string): string {
  return text.replaceAll(/(^|\s)@/g, "$1\\@");
}
