import { readFileSync } from "node:fs";
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

/** Finds the marks of one text. */
export function findMarks(file: string, text: string): Mark[] {
  return text.split("\n").flatMap((content, index) => {
    const [, word, id, rest] = MARK.exec(content) ?? [];
    if (id === undefined) return [];
    return [{ file, line: index + 1, id, text: rest ?? "", isAcknowledged: word === "ok" }];
  });
}

/** Finds the marks in every code file below a folder. */
export function listMarks(folder: string): Mark[] {
  return listCodeFiles(folder).flatMap((file) => findMarks(file, readFileSync(file, "utf8")));
}
