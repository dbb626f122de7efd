import type { JsonObject } from "../../document/json.ts";
import type { Random } from "./random.ts";
import { readNumber } from "./read-number.ts";

/** Size of the range if a bound is missing. */
const SPAN = 1_000;
/** The number of values after the drawn one that are tried. */
const NEAR = 20;
/** Digits of a number that JSON keeps. */
const PRECISION = 15;

/** Samples a number between the bounds of a schema, a whole number if possible. */
export function sampleNumber(schema: JsonObject, random: Random): number {
  const isInteger = schema["type"] === "integer";
  const [least, most] = readBounds(schema);
  const isAllowed = (value: number): boolean =>
    value >= least && value <= most && value !== schema["exclusiveMinimum"] && value !== schema["exclusiveMaximum"];
  const step = readStep(schema, isInteger);
  const [first, last] = [Math.ceil(least / step), Math.floor(most / step)];
  const counts = first <= last ? [random.integer(first, last), first, last, first + 1, last - 1] : [];
  const [drawn = 0] = counts;
  const near = counts.length === 0 ? [] : Array.from({ length: NEAR }, (_, index) => drawn + 1 + index);
  const values = [...counts, ...near].map((count) => roundTo(count * step)).filter(isAllowed);
  // Many validators divide, and 1.13 / 0.01 has a remainder.
  const exact = values.find((value) => Number.isInteger(value / readNumber(schema, "multipleOf", step)));
  return exact ?? values[0] ?? roundTo(least + (most - least) / 2);
}

function readBounds(schema: JsonObject): readonly [least: number, most: number] {
  const lower = Math.max(
    readNumber(schema, "minimum", Number.NEGATIVE_INFINITY),
    readNumber(schema, "exclusiveMinimum", Number.NEGATIVE_INFINITY),
  );
  const upper = Math.min(
    readNumber(schema, "maximum", Number.POSITIVE_INFINITY),
    readNumber(schema, "exclusiveMaximum", Number.POSITIVE_INFINITY),
  );
  const least = Number.isFinite(lower) ? lower : Math.min(0, upper - SPAN);
  return [least, Number.isFinite(upper) ? upper : Math.max(least, 0) + SPAN];
}

/** The distance of the values to draw from: of multiples of 0.5 that are whole, 1. */
function readStep(schema: JsonObject, isInteger: boolean): number {
  const multiple = Math.abs(readNumber(schema, "multipleOf", 1)) || 1;
  if (!isInteger || Number.isInteger(multiple)) return multiple;
  const whole = [1, 2, 5, 10, 100, 1_000].find((factor) => Number.isInteger(roundTo(multiple * factor)));
  return whole === undefined ? 1 : roundTo(multiple * whole);
}

function roundTo(value: number): number {
  return Number(value.toPrecision(PRECISION));
}
