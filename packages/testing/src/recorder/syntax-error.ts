import { messageOf } from "../message-of.ts";

/** Where a text stops being JSON. */
export interface SyntaxProblem {
  /** From 1. */
  readonly line: number;
  readonly why: string;
}

/** Finds the line that is wrong. Engines name it in some of their messages only, and none of it in others. */
export function findSyntaxError(text: string, message: string): SyntaxProblem {
  const lines = text.split("\n");
  // As many lines at the beginning as could still become JSON.
  let [good, bad] = [0, lines.length];
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (couldGoOn(lines.slice(0, middle + 1).join("\n"))) good = middle + 1;
    else bad = middle;
  }
  // The engine quotes what is around the place; that may be a secret.
  const why = message.replace(/, \.*".*$/s, "").replace(/ in JSON at position.*$/s, "");
  return { line: Math.min(good + 1, lines.length), why };
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = messageOf(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON input|^Unterminated string/.test(message) || Number(position) >= beginning.length;
  }
}
