import fc from "fast-check";
import { expect, test } from "vitest";
import type { FetchPage } from "./page-window.ts";
import type { ListPage } from "./read-page.ts";
import { SeenIds } from "./seen-ids.ts";
import { type WalkPlan, walkPages } from "./walk-pages.ts";

function page(currentPage: number, totalPages: number, total = totalPages): ListPage {
  return { data: undefined, items: [], total, perPage: 1, totalPages, currentPage, hasNext: currentPage < totalPages };
}

/** Walks from the first page and collects the pages. */
function readPages(fetchPage: FetchPage, concurrency: number, plan: Partial<WalkPlan> = {}) {
  const start = { page: 1, offset: 0, total: 0 };
  const rest = { signal: undefined, lowest: 1, start, concurrency, seen: new SeenIds([]), isStraight: true };
  return walkPages({ fetchPage, ...rest, ...plan }, { total: 0, isClean: true });
}

async function collectPages(pages: AsyncIterable<ListPage>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { currentPage } of pages) numbers.push(currentPage);
  return numbers;
}

test("the walk requests one page first, then further pages ahead", async () => {
  const requested: number[] = [];
  const pages = readPages(async (number) => {
    requested.push(number);
    return page(number, 9);
  }, 3);
  expect(requested).toEqual([]);
  const first = pages.next();
  expect(requested).toEqual([1]);
  await first;
  expect(requested).toEqual([1, 2, 3]);
  await pages.next();
  expect(requested).toEqual([1, 2, 3, 4]);
  await pages.return();
});

test("the walk requests a next page as long as it has new items, regardless of the page count that the server reports", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (last, claimed, concurrency) => {
        const reply = (number: number): ListPage => {
          const currentPage = Math.min(number, last);
          return { ...page(currentPage, last), items: [{ id: currentPage }], totalPages: claimed };
        };
        expect(await collectPages(readPages(async (number) => reply(number), concurrency))).toEqual(
          Array.from({ length: last }, (_, index) => index + 1),
        );
      },
    ),
  ));

test("a list whose totals and pages change with every response takes a bounded number of requests", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          total: fc.nat({ max: 30 }),
          totalPages: fc.nat({ max: 12 }),
          less: fc.integer({ min: -2, max: 12 }),
          ids: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      fc.integer({ min: 1, max: 6 }),
      async (replies, concurrency) => {
        const seen = new SeenIds([]);
        let requested = 0;
        const fetchPage = async (number: number): Promise<ListPage> => {
          const { total, totalPages, less, ids } = replies[requested % replies.length] ?? fail();
          requested += 1;
          if (requested > 2_000) fail();
          // Mostly the requested page, and always with a next one.
          const currentPage = less > 8 ? number - less + 8 : number;
          const items = ids.map((id) => ({ id }));
          return { data: undefined, items, total, perPage: 3, totalPages, currentPage, hasNext: true };
        };
        for await (const { items } of readPages(fetchPage, concurrency, { seen, isStraight: false }))
          for (const item of items) seen.add(item);
      },
    ),
    { numRuns: 300 },
  ));

function fail(): never {
  throw new Error("more requests than any list needs");
}

test("a page fetched in parallel with another total is fetched again, once", async () => {
  const requested: number[] = [];
  // The list grows by one after the responses for pages 3 and 4 are created, but before that for page 2.
  const totals = new Map([
    [1, [5]],
    [2, [6]],
    [3, [5, 6]],
    [4, [5, 6]],
  ]);
  const fetchPage = async (number: number): Promise<ListPage> => {
    requested.push(number);
    const total = totals.get(number)?.shift() ?? 6;
    return page(number, 6, total);
  };
  expect(await collectPages(readPages(fetchPage, 4))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(requested.filter((number) => number === 3)).toHaveLength(2);
  expect(requested.filter((number) => number === 4)).toHaveLength(2);
});

test("at concurrency 1, no page is fetched twice, even if the total changes", async () => {
  const requested: number[] = [];
  const fetchPage = async (number: number): Promise<ListPage> => {
    requested.push(number);
    return page(number, 5, number * 7);
  };
  expect(await collectPages(readPages(fetchPage, 1))).toEqual([1, 2, 3, 4, 5]);
  expect(requested).toEqual([1, 2, 3, 4, 5]);
});

test("stopping early aborts pending requests", async () => {
  const signals: AbortSignal[] = [];
  const pages = readPages(async (number, signal) => {
    signals.push(signal);
    return number === 1 ? page(1, 9) : new Promise<never>(() => {});
  }, 4);
  await pages.next();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false, false]);
  await pages.return();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
});

test("an error of a page that is never read is not reported", async () => {
  const pages = readPages(async (number) => {
    if (number > 1) throw new Error(`page ${number}`);
    return page(1, 9);
  }, 4);
  await pages.next();
  await pages.return();
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setImmediate(resolve));
  expect(await pages.next()).toEqual({ done: true, value: undefined });
});
