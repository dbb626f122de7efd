import { suggest } from "@nectar-sdk/openapi/document";
import { toOneLine } from "../shared/printable.ts";
import type { Coverage, OperationCoverage } from "./measure-coverage.ts";

/** Thrown when expected operations or statuses are missing, or a pattern matches no operation. */
export class CoverageError extends Error {
  override readonly name = "CoverageError";
}

export interface CoverageOptions {
  /**
   * Statuses to expect: one success of each operation, or every status that it declares.
   *
   * @default "success"
   */
  readonly statuses?: "success" | "all";
}

/**
 * Expects a coverage to contain every operation that matches a pattern.
 *
 * @param patterns resource methods (`documents.*`) or operationIds, where `*` matches any text
 * @throws {CoverageError} when an operation is missing or a pattern matches no operation
 * @example
 * expectCoverage(recorder.coverage(), ["documents.*"], { statuses: "all" });
 */
export function expectCoverage(
  coverage: Coverage,
  patterns: readonly string[] = ["*"],
  { statuses = "success" }: CoverageOptions = {},
): void {
  const wanted = new Map(patterns.flatMap((pattern) => findMatching(coverage, pattern)));
  const missing = [...wanted].flatMap(([name, operation]) => {
    const unseen = describeMissing(operation, statuses);
    return unseen === undefined ? [] : [toOneLine(`${name}: ${unseen}`)];
  });
  if (missing.length === 0) return;
  throw new CoverageError(
    `${missing.length} of ${wanted.size} operations of ${coverage.api} are not covered:\n  ${missing.join("\n  ")}`,
  );
}

function findMatching({ api, operations }: Coverage, pattern: string): [string, OperationCoverage][] {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`);
  const entries = Object.entries(operations);
  const found = entries.filter(([name, { operationId }]) => expression.test(name) || expression.test(operationId));
  if (found.length > 0) return found;
  const names = entries.flatMap(([name, { operationId }]) => [name, operationId, `${name.split(".", 1).join("")}.*`]);
  throw new CoverageError(`no operation of ${api} matches ${JSON.stringify(pattern)}${suggest(pattern, names)}`);
}

/** Describes the missing statuses of an operation; `undefined` when all were seen. */
function describeMissing({ declared, seen }: OperationCoverage, statuses: "success" | "all"): string | undefined {
  const unseen = declared.filter((status) => !Object.hasOwn(seen, status));
  const successes = declared.filter((status) => status.startsWith("2"));
  const complete = statuses === "all" ? unseen.length === 0 : successes.some((status) => Object.hasOwn(seen, status));
  if (complete) return undefined;
  const lacking = statuses === "all" ? unseen.join(", ") : successes.join(" or ");
  const had = Object.keys(seen);
  return `${lacking} not seen${had.length === 0 ? ", no response at all" : `; seen: ${had.join(", ")}`}`;
}
