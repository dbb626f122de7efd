import { makeVisible } from "@nectar-sdk/openapi/document";

/** The inside of a documentation comment, between `/*` and its end. */
export function docText(text: string): string {
  const lines = text.replaceAll("*/", "*\\/").split("\n").map(makeVisible);
  if (lines.length === 1) return `* ${lines.join()} `;
  return ["*", ...lines.map((line) => ` * ${line}`.trimEnd()), " "].join("\n");
}

/** A documentation comment with its line end; nothing for an empty text. */
export function docComment(text: string, indentation = ""): string {
  if (text.trim() === "") return "";
  return `/*${docText(text.trim())}*/`.replaceAll(/^/gm, indentation).concat("\n");
}

/** Prose in which no word is read as a tag of the documentation: TypeScript takes any word for one that begins with `@`. */
export function escapeTags(text: string): string {
  return text.replaceAll(/(^|\s)@/g, "$1\\@");
}
