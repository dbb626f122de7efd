import { readMessage } from "../shared/error-message.ts";

/** The place where a string stops being valid JSON. */
export interface SyntaxProblem {
  /** Counted from 1; `undefined` when finding it would take too long. */
  readonly line: number | undefined;
  readonly why: string;
}

/** Longest text, in characters, whose faulty line is found by parsing prefixes. */
const LONGEST_SEARCHED = 2_000_000;

/** Finds the faulty line. Engines name the position only in some messages. */
export function findSyntaxError(text: string, message: string): SyntaxProblem {
  // The engine quotes the surrounding text, which may be a secret.
  const why = message.replace(/, \.*".*$/s, "").replace(/ in JSON at position.*$/s, "");
  const position = findPosition(text, message);
  return { line: position === undefined ? undefined : countLines(text, position), why };
}

function findPosition(text: string, message: string): number | undefined {
  if (isCutOff(message)) return text.length;
  return readPosition(message) ?? (text.length > LONGEST_SEARCHED ? undefined : searchPosition(text));
}

/** Finds the start of the first line after which the text can no longer become valid JSON. */
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
