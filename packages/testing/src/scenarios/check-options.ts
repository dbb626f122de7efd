import { measureDistance } from "@nectar-sdk/openapi/document";
import type { SchemaProblem } from "@nectar-sdk/openapi/schema";
import type { ApiDocument, Operation } from "../document/read-document.ts";

/** Throws unless the value is a whole number from `least`, or `Infinity` where allowed. */
export function requireWhole(name: string, value: number, least: number, infinite = false): void {
  if ((Number.isInteger(value) && value >= least) || (infinite && value === Number.POSITIVE_INFINITY)) return;
  throw new RangeError(
    `${name} is ${String(value)}: expected a whole number from ${least}${infinite ? ", or Infinity" : ""}`,
  );
}

/** Requires that a scenario handles at least one request. */
export function requireTimes(scenario: string, times: number): number {
  requireWhole(`${scenario}: times`, times, 1, true);
  return times;
}

/** Throws an error that lists every problem with its JSON pointer. */
export function requireValid(what: string, problems: readonly SchemaProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.slice(0, 20).map(({ at, message }) => `  ${at === "" ? "the value" : at}: ${message}`);
  const more = problems.length > lines.length ? [`  and ${problems.length - lines.length} more`] : [];
  throw new TypeError([`${what} does not match the document:`, ...lines, ...more].join("\n"));
}

/** Finds an operation by its name. Throws with similar names, or with the right name for an operation id. */
export function findOperation(document: ApiDocument, name: string): Operation {
  const operations = [...document.operations.values()];
  const operation = operations.find((candidate) => candidate.name === name);
  if (operation !== undefined) return operation;
  const withId = operations.find(({ id }) => id === name);
  if (withId !== undefined) throw new RangeError(`${name} is the operation ${withId.name}: pass that name`);
  const near = operations
    .map((candidate) => ({ name: candidate.name, distance: measureDistance(candidate.name, String(name)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  throw new RangeError(
    `${document.version} has no operation ${String(name)}; similar operations: ${near.map((candidate) => candidate.name).join(", ")}`,
  );
}
