import type { SchemaProblem } from "../document/schema-validator.ts";

/** Throws unless the value is a whole number from `least`; `Infinity` only where it may stand for "always". */
export function requireWhole(name: string, value: number, least: number, infinite = false): void {
  if ((Number.isInteger(value) && value >= least) || (infinite && value === Number.POSITIVE_INFINITY)) return;
  throw new RangeError(
    `${name} is ${String(value)}: it has to be a whole number from ${least}${infinite ? ", or Infinity" : ""}`,
  );
}

/** How often a scenario acts: at least once. */
export function requireTimes(scenario: string, times: number): number {
  requireWhole(`${scenario}: times`, times, 1, true);
  return times;
}

/** Throws with everything that is wrong with a value, each with its JSON pointer. */
export function requireValid(what: string, problems: readonly SchemaProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.slice(0, 20).map(({ at, message }) => `  ${at === "" ? "the whole" : at}: ${message}`);
  const more = problems.length > lines.length ? [`  and ${problems.length - lines.length} more`] : [];
  throw new TypeError([`${what} does not follow the document:`, ...lines, ...more].join("\n"));
}
