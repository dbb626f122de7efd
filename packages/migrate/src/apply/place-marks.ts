import type { Finding } from "../check/finding.ts";
import { ts } from "../compiler.ts";
import { formatMark } from "../marks/marks.ts";
import type { Edit } from "./edit.ts";

/** Places one comment for each finding and statement, unless the statement has one for the same change. */
export function placeMarks(file: ts.SourceFile, findings: readonly Finding[]): Edit[] {
  const newLine = file.text.includes("\r\n") ? "\r\n" : "\n";
  const placed = new Map<string, Edit>();
  for (const { id, rule, start, advice } of findings) {
    const at = findStatementStart(file, start);
    const key = id ?? rule;
    const lineStart = findLineStart(file, at);
    const indentation = file.text.slice(lineStart, at);
    if (hasMark(file.text, lineStart, key)) continue;
    placed.set(`${lineStart} ${key}`, {
      start: lineStart,
      end: lineStart,
      text: `${indentation}${formatMark(key, advice)}${newLine}`,
    });
  }
  return [...placed.values()];
}

/** The innermost statement or member around an offset that begins its line, so that a comment above it is one of code. */
function findStatementStart(file: ts.SourceFile, offset: number): number {
  let found = 0;
  const visit = (node: ts.Node): void => {
    if (node.pos > offset || offset >= node.end) return;
    const start = node.getStart(file);
    const isCandidate = ts.isStatement(node) || ts.isClassElement(node) || ts.isTypeElement(node);
    if (isCandidate && start <= offset && file.text.slice(findLineStart(file, start), start).trim() === "")
      found = start;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

function findLineStart(file: ts.SourceFile, offset: number): number {
  const { line } = file.getLineAndCharacterOfPosition(offset);
  return file.getPositionOfLineAndCharacter(line, 0);
}

/** Whether the comments right above a line have a mark for the change. */
function hasMark(text: string, lineStart: number, id: string): boolean {
  const above = text.slice(0, lineStart).split("\n").slice(0, -1).reverse();
  const end = above.findIndex((line) => !line.trim().startsWith("//"));
  return above.slice(0, end === -1 ? above.length : end).some((line) => line.includes(`(nectar-migrate ${id})`));
}
