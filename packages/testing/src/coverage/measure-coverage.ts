import { findOperation } from "../document/find-operation.ts";
import type { ApiDocument } from "../document/read-document.ts";
import type { Interaction } from "../recording/recording.ts";

/** The operations and statuses of recorded calls. Plain data; {@link mergeCoverage} combines several. */
export interface Coverage {
  readonly api: string;
  /** By resource method (`documents.listByCompany`), in the order of the document. */
  readonly operations: Readonly<Record<string, OperationCoverage>>;
}

export interface OperationCoverage {
  /** A second spelling in patterns. */
  readonly operationId: string;
  readonly declared: readonly string[];
  /** Number of responses by status, ascending, including undeclared ones. */
  readonly seen: Readonly<Record<string, number>>;
}

export interface CoverageTotals {
  readonly operations: number;
  /** Operations with at least one declared status in a response. */
  readonly seenOperations: number;
  readonly statuses: number;
  readonly seenStatuses: number;
}

/**
 * Counts the responses of recorded calls by operation and status.
 *
 * @example
 * const coverage = measureCoverage(loadDocument(v2_2), recording.interactions);
 */
export function measureCoverage(document: ApiDocument, interactions: Iterable<Interaction>): Coverage {
  const counts = new Map<string, Map<string, number>>();
  for (const { operation: recorded, response } of interactions) {
    const operation = findOperation(document, recorded)?.name;
    if (operation === undefined || response === undefined) continue;
    const statuses = counts.get(operation) ?? new Map<string, number>();
    statuses.set(`${response.status}`, (statuses.get(`${response.status}`) ?? 0) + 1);
    counts.set(operation, statuses);
  }
  const operations = [...document.operations.values()].map(({ id, name, responses }) => {
    const seen = sortByStatus(counts.get(name) ?? new Map());
    return [name, { operationId: id, declared: [...responses.keys()], seen }] as const;
  });
  return { api: document.version, operations: Object.fromEntries(operations) };
}

/**
 * Merges coverages, for example of several test files.
 *
 * @throws {Error} when there is no coverage, or the API versions differ
 * @example
 * const total = mergeCoverage(first, second);
 */
export function mergeCoverage(...coverages: readonly Coverage[]): Coverage {
  const [first] = coverages;
  if (first === undefined) throw new Error("nothing to merge: pass at least one coverage");
  const other = coverages.find(({ api }) => api !== first.api);
  if (other !== undefined)
    throw new Error(`coverages of ${first.api} and ${other.api} cannot be merged: merge each version separately`);
  const merged = new Map<string, OperationCoverage>();
  for (const [name, operation] of coverages.flatMap(({ operations }) => Object.entries(operations))) {
    const known = merged.get(name);
    merged.set(
      name,
      known === undefined ? operation : { ...known, seen: sortByStatus(addCounts(known.seen, operation.seen)) },
    );
  }
  return { api: first.api, operations: Object.fromEntries(merged) };
}

/** Sums up the totals of operations. */
export function sumTotals(operations: Iterable<OperationCoverage>): CoverageTotals {
  const totals = { operations: 0, seenOperations: 0, statuses: 0, seenStatuses: 0 };
  for (const { declared, seen } of operations) {
    const seenStatuses = declared.filter((status) => Object.hasOwn(seen, status)).length;
    totals.operations += 1;
    totals.seenOperations += seenStatuses > 0 ? 1 : 0;
    totals.statuses += declared.length;
    totals.seenStatuses += seenStatuses;
  }
  return totals;
}

function addCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Map<string, number> {
  const counts = new Map(Object.entries(a));
  for (const [status, count] of Object.entries(b)) counts.set(status, (counts.get(status) ?? 0) + count);
  return counts;
}

function sortByStatus(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => Number(a) - Number(b)));
}
