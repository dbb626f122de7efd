import { type Arbitrary, sample as sampleArbitrary, stringMatching } from "fast-check";
import { compilePattern } from "../compile-pattern.ts";
import type { Random } from "./random.ts";

/** A pattern may ask for a string of any length: `^(x{9999}){9999}$`. */
const LONGEST_PATTERN = 2_000;
const MOST_REPETITIONS = 10_000;

const DRAWN = 60;

const PRINTABLE = /^[\x20-\x7e]+$/;

/** Samples strings that match a pattern, the most readable first; none if the pattern is not valid, matches nothing or asks for too much. */
export function sampleMatching(pattern: string, random: Random): string[] {
  const expression = compilePattern(pattern);
  const digit = String(random.integer(1, 9));
  const digits = String(random.integer(100_000, 999_999));
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join("");
  const common = [`${digit}.${digit}`, digit, digits, `A${digit}`, `a${digit}`, "AA", "aa", hex];
  const drawn = drawMatching(expression, random.integer(0, 0x7fffffff));
  const readable = [...common, ...drawn.filter((text) => PRINTABLE.test(text))];
  return [...readable, ...drawn, ""].filter((text) => expression?.test(text) === true);
}

function drawMatching(expression: RegExp | undefined, seed: number): string[] {
  if (expression === undefined || !isModest(expression.source)) return [];
  const texts = createMatching(expression);
  return texts === undefined ? [] : sampleArbitrary(texts, { seed, numRuns: DRAWN });
}

/** The library reads most of the syntax, but no look-ahead, for example. */
function createMatching(expression: RegExp): Arbitrary<string> | undefined {
  try {
    return stringMatching(expression, { size: "small" });
  } catch {
    return undefined;
  }
}

function isModest(pattern: string): boolean {
  const counts = [...pattern.matchAll(/\{(\d+)/g)].map(([, count]) => Math.max(1, Number(count)));
  return pattern.length <= LONGEST_PATTERN && counts.reduce((product, count) => product * count, 1) <= MOST_REPETITIONS;
}
