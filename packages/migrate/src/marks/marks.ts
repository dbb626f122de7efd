import { readFileSync } from "node:fs";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import { listCodeFiles } from "../project/list-files.ts";

/** A comment that `apply` left for a person. */
export interface Mark {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly id: string;
  readonly text: string;
  /** The user has looked at the place: `ok(nectar-migrate <id>)`. */
  readonly isAcknowledged: boolean;
}

const MARK = /\b(FIXME|ok)\(nectar-migrate ([\w-]{1,40})\):?[ \t]*([^\r\n]*)/;

/** Formats the comment at a place that needs a person. */
export function formatMark(id: string, text: string): string {
  return `// FIXME(nectar-migrate ${id}): ${text}`;
}

/** Finds the marks in the comments of one text. */
export function findMarks(file: string, text: string): Mark[] {
  if (!MARK.test(text)) return [];
  const strings = listStrings(file, text);
  let lineStart = 0;
  return text.split("\n").flatMap((content, index) => {
    const match = MARK.exec(content);
    const at = lineStart + (match?.index ?? 0);
    lineStart += content.length + 1;
    const [, word, id, rest] = match ?? [];
    if (id === undefined || strings.some(({ start, end }) => start <= at && at < end)) return [];
    return [{ file, line: index + 1, id, text: rest ?? "", isAcknowledged: word === "ok" }];
  });
}

/** Lists the ranges of the literals and of the text between tags, in UTF-16 units. */
function listStrings(name: string, text: string): { readonly start: number; readonly end: number }[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: { readonly start: number; readonly end: number }[] = [];
  visitNodes(file, (node) => {
    if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) {
      found.push({ start: node.getStart(file), end: node.end });
    } else if (ts.isJsxText(node)) found.push({ start: node.pos, end: node.end });
  });
  return found;
}

/** Finds the marks in every code file below a folder. */
export function listMarks(folder: string): Mark[] {
  return listCodeFiles(folder).flatMap((file) => findMarks(file, readFileSync(file, "utf8")));
}
