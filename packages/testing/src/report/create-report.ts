import { groupBy } from "@nectar-sdk/openapi/document";
import type { Violation } from "../check/violation.ts";
import { type Coverage, type CoverageTotals, measureCoverage, sumTotals } from "../coverage/measure-coverage.ts";
import { findOperation } from "../document/find-operation.ts";
import type { ApiDocument } from "../document/read-document.ts";
import type { Interaction, Recording } from "../recording/recording.ts";

/** The report of a recording, and its JSON format. */
export interface Report {
  readonly format: 1;
  readonly kind: "nectar-contract-report";
  readonly api: string;
  readonly specSha256: string;
  /** Subject of the report, such as `against http://127.0.0.1:4010/v2.2`. */
  readonly subject?: string;
  /** Why the report is incomplete: `interrupted after 3 of 10 calls`. */
  readonly incomplete?: string;
  readonly summary: ReportSummary;
  /** One entry per called operation, in the order of the first call, and one per request without an operation. */
  readonly operations: readonly ReportedOperation[];
  /** Calls that were left out, and why. */
  readonly leftOut: readonly LeftOut[];
  readonly coverage: Coverage & { readonly totals: CoverageTotals };
}

export interface ReportSummary {
  readonly calls: number;
  readonly errors: number;
  readonly notes: number;
}

export interface ReportedOperation {
  /** The resource method; absent when the request matches no operation. */
  readonly operation?: string;
  /** `documents.listByCompany`, or `GET /nothing`. */
  readonly name: string;
  readonly method: string;
  /** Path template, or the path that was sent. */
  readonly path: string;
  readonly calls: number;
  /** Distinct violations, errors first. */
  readonly violations: readonly CountedViolation[];
}

export interface CountedViolation extends Violation {
  /** Number of calls with this violation. */
  readonly count: number;
}

export interface LeftOut {
  readonly operation: string;
  readonly name: string;
  readonly reason: string;
}

/** Context of a report beyond its recording. */
export interface ReportContext {
  readonly subject?: string;
  readonly incomplete?: string;
  readonly leftOut?: readonly LeftOut[];
}

/**
 * Creates the report of a recording.
 *
 * @example
 * const text = formatReport(createReport(loadDocument(v2_2), recording), "junit");
 */
export function createReport(
  document: ApiDocument,
  { api, specSha256, interactions }: Omit<Recording, "format">,
  { subject, incomplete, leftOut = [] }: ReportContext = {},
): Report {
  const coverage = measureCoverage(document, interactions);
  const violations = interactions.flatMap((interaction) => interaction.violations);
  const errors = violations.filter(({ severity }) => severity === "error").length;
  const groups = groupBy(
    interactions,
    ({ operation, request }) => operation ?? `${request.method} ${stripQuery(request.path)}`,
  );
  return {
    format: 1,
    kind: "nectar-contract-report",
    api,
    specSha256,
    ...(subject === undefined ? {} : { subject }),
    ...(incomplete === undefined ? {} : { incomplete }),
    summary: { calls: interactions.length, errors, notes: violations.length - errors },
    operations: [...groups.values()].map((group) => reportOperation(document, group)),
    leftOut,
    coverage: { ...coverage, totals: sumTotals(Object.values(coverage.operations)) },
  };
}

function reportOperation(document: ApiDocument, interactions: readonly Interaction[]): ReportedOperation {
  const [first] = interactions;
  const { method = "", path = "" } = first?.request ?? {};
  const operation = findOperation(document, first?.operation);
  const known = { calls: interactions.length, violations: countViolations(interactions) };
  if (operation === undefined) {
    const plain = stripQuery(path);
    return { name: `${method} ${plain}`, method, path: plain, ...known };
  }
  return { operation: operation.name, name: operation.name, method: operation.method, path: operation.path, ...known };
}

function countViolations(interactions: readonly Interaction[]): CountedViolation[] {
  const groups = groupBy(
    interactions.flatMap(({ violations }) => violations),
    ({ code, at, message, severity }) => JSON.stringify([code, at, message, severity]),
  );
  const list = [...groups.values()].flatMap(([first, ...more]) => {
    return first === undefined ? [] : [{ ...first, count: 1 + more.length }];
  });
  return list.sort((a, b) => Number(a.severity === "note") - Number(b.severity === "note"));
}

function stripQuery(path: string): string {
  return path.split("?", 1).join("");
}
