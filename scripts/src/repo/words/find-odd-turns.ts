import { ODD_TURNS } from "./odd-turns.ts";
import { readPassages } from "./read-passages.ts";

/** An odd turn of phrase in a file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly turn: string;
  readonly suggestion: string;
}

/** The odd turns of one file, and how many lines of prose it has. */
export interface FileReport {
  readonly proseLines: number;
  readonly findings: readonly Finding[];
}

/** Compares the prose of a file with the list of odd turns. */
export function findOddTurns(file: string, source: string): FileReport {
  const passages = readPassages(file, source);
  return {
    proseLines: passages.flatMap(({ lines }) => lines).filter((line) => line !== "").length,
    findings: passages.flatMap(({ lines, firstLine }) =>
      findIn(lines).map(({ line, ...finding }) => ({ file, line: firstLine + line, ...finding })),
    ),
  };
}

/** Searches the lines as one text, so that a turn is found across a line break. */
function findIn(lines: readonly string[]): { line: number; turn: string; suggestion: string }[] {
  const text = lines.join(" ");
  return ODD_TURNS.flatMap(({ pattern, suggestion }) =>
    [...text.matchAll(new RegExp(pattern, "gi"))].map(({ 0: turn, index }) => ({
      line: findLine(lines, index),
      turn: turn.trim(),
      suggestion,
    })),
  ).sort((a, b) => a.line - b.line);
}

function findLine(lines: readonly string[], offset: number): number {
  let end = 0;
  return lines.findIndex((line) => {
    end += line.length + 1;
    return offset < end;
  });
}
