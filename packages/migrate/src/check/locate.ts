import type { ts } from "../compiler.ts";

/** The longest expression to show. */
const LONGEST = 80;

/** Where a range of a file is, and its text in one line. */
export function locate(
  file: ts.SourceFile,
  start: number,
  end: number,
): {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly expression: string;
} {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const text = file.text.slice(start, end).replaceAll(/\s+/g, " ");
  const expression = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return { file: file.fileName, line: line + 1, column: character + 1, start, expression };
}
