import fc from "fast-check";
import { createEntries, type Entry, type Turn } from "../paging-model.ts";

/** A list that does not change on its own. */
export interface ListCase {
  readonly perPage: number;
  readonly entries: readonly Entry[];
  readonly concurrency: number;
  readonly maxConcurrency: number;
}

/** Lists of up to a dozen pages, some of them emptied by a filter. */
export const anyList: fc.Arbitrary<ListCase> = fc
  .record({
    perPage: fc.integer({ min: 1, max: 5 }),
    // Runs of hidden records are sometimes longer than a page.
    runs: fc.array(fc.record({ length: fc.integer({ min: 1, max: 9 }), isHidden: fc.boolean() }), { maxLength: 8 }),
    concurrency: fc.integer({ min: 1, max: 6 }),
    maxConcurrency: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ runs, ...rest }) => {
    const flags = runs.flatMap(({ length, isHidden }) => Array.from({ length }, () => isHidden));
    return {
      ...rest,
      entries: createEntries(flags.length).map(({ id }, index) => ({ id, isHidden: flags[index] === true })),
    };
  });

/** Delays of the requests, in order. */
export const anyHops: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 12 });

/** Temporary failures, in order. */
export const passingFailures: fc.Arbitrary<(number | undefined)[]> = fc.array(
  fc.option(fc.constantFrom(408, 429, 500, 502, 503, 504), { nil: undefined, freq: 2 }),
  { maxLength: 20 },
);

/** Takes a value from lists that start over at their end, and from one that does not. */
export function cycleTurns(
  hops: readonly number[],
  once: { readonly [Key in "inserted" | "removed" | "failure"]?: readonly (number | undefined)[] } = {},
): (request: number) => Turn {
  return (request) => {
    const { inserted, removed, failure } = once;
    return {
      hops: hops[request % hops.length] ?? 0,
      inserted: inserted?.[request] ?? 0,
      removed: removed?.[request] ?? 0,
      ...(failure?.[request] !== undefined && { failure: failure[request] }),
    };
  };
}
