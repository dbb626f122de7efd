import { isObject } from "@nectar-sdk/openapi/document";

/** The result of a test run. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Adds up vitest's JSON reports. A test that did not run counts as failed, since the repository has no
 * skipped tests. A report without any test, or a suite that could not be loaded, counts as one failure.
 */
export function countTests(reports: readonly unknown[]): Counts {
  return reports.map(countReport).reduce(add, { passed: 0, failed: 0 });
}

function countReport(report: unknown): Counts {
  if (!isObject(report)) return { passed: 0, failed: 1 };
  const { numTotalTests: total, numPassedTests: passed, success } = report;
  if (typeof total !== "number" || typeof passed !== "number" || total === 0) return { passed: 0, failed: 1 };
  const failed = total - passed;
  return { passed, failed: failed === 0 && success !== true ? 1 : failed };
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}
