import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asObject, asString, isArray } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";
import { readPassages } from "./read-passages.ts";

/** A turn of phrase that marks a text as translated. */
export interface OddTurn {
  readonly pattern: RegExp;
  /** What an engineer would write instead. */
  readonly suggestion: string;
  /** A sentence that the pattern finds. */
  readonly example: string;
}

/** The entries of `odd-turns.yaml`. */
export const ODD_TURNS: readonly OddTurn[] = parseOddTurns(
  readFileSync(join(import.meta.dirname, "odd-turns.yaml"), "utf8"),
);

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

function parseOddTurns(text: string): OddTurn[] {
  const entries: unknown = parse(text);
  if (!isArray(entries)) throw new TypeError("odd-turns.yaml: expected a list");
  return entries.map((entry, index) => {
    const where = `odd-turns.yaml: [${index}]`;
    const { pattern, suggestion, example } = asObject(entry, where);
    return {
      pattern: new RegExp(asString(pattern, `${where}.pattern`), "gi"),
      suggestion: asString(suggestion, `${where}.suggestion`),
      example: asString(example, `${where}.example`),
    };
  });
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
    [...text.matchAll(pattern)].map(({ 0: turn, index }) => ({
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
