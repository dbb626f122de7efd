import { arrayIn, type Json, type JsonObject, stringIn, valueAt } from "../../document/json.ts";
import { FORMATS } from "./formats.ts";
import type { Random } from "./random.ts";
import { readNumber } from "./read-number.ts";
import { sampleMatching } from "./sample-pattern.ts";

/** Samples a string that follows the schema; plain text starts with `name`. It may break a pattern that the generator cannot match. */
export function sampleString(schema: JsonObject, name: string, random: Random): string {
  const text = `${name} ${random.integer(1, 99_999)}`;
  const pattern = stringIn(schema, "pattern");
  if (pattern !== undefined) {
    const texts = [...sampleMatching(pattern, random), ...readOwnExamples(schema)];
    return texts.find((match) => fitsLength(schema, match)) ?? texts[0] ?? text;
  }
  const format = stringIn(schema, "format") ?? "";
  const make = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (make !== undefined) return make(random);
  const padded = text.padEnd(readNumber(schema, "minLength", 0), ".");
  // The digits at the end distinguish one string from another.
  const most = readNumber(schema, "maxLength", Number.POSITIVE_INFINITY);
  return padded.slice(Math.max(0, padded.length - most));
}

function fitsLength(schema: JsonObject, text: string): boolean {
  const { length } = [...text];
  const most = readNumber(schema, "maxLength", Number.POSITIVE_INFINITY);
  return length >= readNumber(schema, "minLength", 0) && length <= most;
}

/** Examples in the schema help if no string can be generated from the pattern. */
function readOwnExamples(schema: JsonObject): string[] {
  const values: (Json | undefined)[] = [
    valueAt(schema, "example"),
    ...arrayIn(schema, "examples"),
    valueAt(schema, "default"),
  ];
  return values.filter((value) => typeof value === "string");
}
