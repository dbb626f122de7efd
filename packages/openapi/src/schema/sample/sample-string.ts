import type { JsonObject } from "../../document/json.ts";
import type { Random } from "./random.ts";

/** A string that a schema accepts; `name` is what a plain text is made of. */
export function sampleString(schema: JsonObject, name: string, random: Random): string {
  const { format, pattern } = schema;
  if (typeof pattern === "string") return matching(pattern, random);
  const make = typeof format === "string" ? FORMATS[format] : undefined;
  if (make !== undefined) return make(random);
  const text = `${name} ${random.integer(1, 99_999)}`;
  const maximum = schema["maxLength"];
  const minimum = schema["minLength"];
  const padded = typeof minimum === "number" ? text.padEnd(minimum, ".") : text;
  return typeof maximum === "number" ? padded.slice(-maximum) : padded;
}

const FORMATS: Readonly<Record<string, (random: Random) => string>> = {
  uuid: (random) => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  date: (random) => day(random),
  "date-time": (random) => `${day(random)}T${two(random, 0, 23)}:${two(random, 0, 59)}:${two(random, 0, 59)}Z`,
  decimal: (random) => `${random.integer(0, 99_999)}.${two(random, 0, 99)}`,
  email: (random) => `person${random.integer(1, 9_999)}@example.com`,
  uri: (random) => `https://example.com/${hex(random, 8)}`,
};

/** Of texts that patterns usually want, one that matches. A pattern that none matches is an error: better than a wrong value. */
function matching(pattern: string, random: Random): string {
  const expression = new RegExp(pattern, "u");
  const digit = String(random.integer(1, 9));
  const digits = String(random.integer(100_000, 999_999));
  const texts = [`${digit}.${digit}`, digit, digits, `A${digit}`, `a${digit}`, "AA", "aa", hex(random, 32), ""];
  const match = texts.find((text) => expression.test(text));
  if (match === undefined) throw new Error(`no text of the generator matches ${pattern}; give the schema an example`);
  return match;
}

function day(random: Random): string {
  return `${random.integer(2023, 2026)}-${two(random, 1, 12)}-${two(random, 1, 28)}`;
}

function two(random: Random, min: number, max: number): string {
  return String(random.integer(min, max)).padStart(2, "0");
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join("");
}
