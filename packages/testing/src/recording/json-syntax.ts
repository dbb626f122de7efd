import { readMessage } from "../shared/error-message.ts";

/** Where a text stops being JSON. */
export interface SyntaxProblem {
  /** From 1; `undefined` where looking for it would take too long. */
  readonly line: number | undefined;
  readonly why: string;
}

/** Characters of the longest text in which a line is searched by parsing its beginnings. */
const LONGEST_SEARCHED = 2_000_000;

/** Finds the line that is wrong. Engines name the place in some of their messages only. */
export function findSyntaxError(text: string, message: string): SyntaxProblem {
  // The engine quotes what is around the place; that may be a secret.
  const why = message.replace(/, \.*".*$/s, "").replace(/ in JSON at position.*$/s, "");
  const position = findPosition(text, message);
  return { line: position === undefined ? undefined : countLines(text, position), why };
}

function findPosition(text: string, message: string): number | undefined {
  if (isCutOff(message)) return text.length;
  return readPosition(message) ?? (text.length > LONGEST_SEARCHED ? undefined : searchPosition(text));
}

/** The beginning of the first line with which the text cannot become JSON any more. */
function searchPosition(text: string): number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  let [good, bad] = [0, ends.length];
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (couldContinue(text.slice(0, ends[middle]))) good = middle + 1;
    else bad = middle;
  }
  return good === 0 ? 0 : (ends[good - 1] ?? 0) + 1;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function couldContinue(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = readMessage(error);
    return isCutOff(message) || (readPosition(message) ?? -1) >= beginning.length;
  }
}

function isCutOff(message: string): boolean {
  return /end of JSON input|^Unterminated string/.test(message);
}

function readPosition(message: string): number | undefined {
  const digits = /at position (\d+)/.exec(message)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
