import type { JsonObject } from "../../document/json.ts";
import type { Random } from "./random.ts";

/** Samples a string that follows the schema; plain text starts with `name`. */
export function sampleString(schema: JsonObject, name: string, random: Random): string {
  const { format, pattern } = schema;
  if (typeof pattern === "string") return sampleMatching(pattern, random);
  const make = typeof format === "string" ? FORMATS[format] : undefined;
  if (make !== undefined) return make(random);
  const text = `${name} ${random.integer(1, 99_999)}`;
  const maximum = schema["maxLength"];
  const minimum = schema["minLength"];
  const padded = typeof minimum === "number" ? text.padEnd(minimum, ".") : text;
  return typeof maximum === "number" ? padded.slice(-maximum) : padded;
}

const FORMATS: Readonly<Record<string, (random: Random) => string>> = {
  uuid: (random) =>
    `${sampleHex(random, 8)}-${sampleHex(random, 4)}-4${sampleHex(random, 3)}-a${sampleHex(random, 3)}-${sampleHex(random, 12)}`,
  date: (random) => sampleDay(random),
  "date-time": (random) =>
    `${sampleDay(random)}T${sampleTwoDigits(random, 0, 23)}:${sampleTwoDigits(random, 0, 59)}:${sampleTwoDigits(random, 0, 59)}Z`,
  decimal: (random) => `${random.integer(0, 99_999)}.${sampleTwoDigits(random, 0, 99)}`,
  email: (random) => `person${random.integer(1, 9_999)}@example.com`,
  uri: (random) => `https://example.com/${sampleHex(random, 8)}`,
};

/** Generates a string that matches the pattern. Throws if it cannot, rather than return an invalid value. */
function sampleMatching(pattern: string, random: Random): string {
  const expression = new RegExp(pattern, "u");
  const digit = String(random.integer(1, 9));
  const digits = String(random.integer(100_000, 999_999));
  const texts = [`${digit}.${digit}`, digit, digits, `A${digit}`, `a${digit}`, "AA", "aa", sampleHex(random, 32), ""];
  const match = texts.find((text) => expression.test(text));
  if (match === undefined)
    throw new Error(`cannot generate a string that matches ${pattern}: add an example to the schema`);
  return match;
}

function sampleDay(random: Random): string {
  return `${random.integer(2023, 2026)}-${sampleTwoDigits(random, 1, 12)}-${sampleTwoDigits(random, 1, 28)}`;
}

function sampleTwoDigits(random: Random, min: number, max: number): string {
  return String(random.integer(min, max)).padStart(2, "0");
}

function sampleHex(random: Random, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join("");
}
