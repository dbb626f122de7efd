/** The inside of a documentation comment, between `/*` and its end. */
export function docText(text: string): string {
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `* ${lines.join()} `;
  return ["*", ...lines.map((line) => ` * ${line}`.trimEnd()), " "].join("\n");
}

/** A documentation comment with its line end; nothing for an empty text. */
export function docComment(text: string, indentation = ""): string {
  if (text.trim() === "") return "";
  return `/*${docText(text.trim())}*/`.replaceAll(/^/gm, indentation).concat("\n");
}

/** A line of prose that begins with `@` would be read as a tag of the documentation. */
export function escapeTags(text: string): string {
  return text.replaceAll(/^(\s*)@/gm, "$1\\@");
}
