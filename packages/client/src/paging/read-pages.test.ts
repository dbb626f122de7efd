import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListPage } from "./read-page.ts";
import { readPages } from "./read-pages.ts";

function page(currentPage: number, totalPages: number, total = totalPages): ListPage {
  return { data: undefined, items: [], total, perPage: 1, totalPages, currentPage, hasNext: currentPage < totalPages };
}

async function numbersOf(pages: AsyncIterable<ListPage>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { currentPage } of pages) numbers.push(currentPage);
  return numbers;
}

test("pages are asked for one by one until the first says how many there are, and then ahead", async () => {
  const asked: number[] = [];
  const pages = readPages(
    async (number) => {
      asked.push(number);
      return page(number, 9);
    },
    1,
    3,
    undefined,
  );
  expect(asked).toEqual([]);
  const first = pages.next();
  expect(asked).toEqual([1]);
  await first;
  expect(asked).toEqual([1, 2, 3]);
  await pages.next();
  expect(asked).toEqual([1, 2, 3, 4]);
  await pages.return();
});

test("whatever the server says about the number of pages, a next page is asked for as long as there is one", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (last, claimed, concurrency) => {
        const answer = (number: number): ListPage => {
          const currentPage = Math.min(number, last);
          return { ...page(currentPage, last), totalPages: claimed };
        };
        expect(await numbersOf(readPages(async (number) => answer(number), 1, concurrency, undefined))).toEqual(
          Array.from({ length: last }, (_, index) => index + 1),
        );
      },
    ),
  ));

test("a page that was fetched beside one with another total is fetched again, once", async () => {
  const asked: number[] = [];
  // The list grows by one after the answers for pages 3 and 4 were made, and before that for page 2.
  const totals = new Map([
    [1, [5]],
    [2, [6]],
    [3, [5, 6]],
    [4, [5, 6]],
  ]);
  const fetchPage = async (number: number): Promise<ListPage> => {
    asked.push(number);
    const total = totals.get(number)?.shift() ?? 6;
    return page(number, 6, total);
  };
  expect(await numbersOf(readPages(fetchPage, 1, 4, undefined))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(asked.filter((number) => number === 3)).toHaveLength(2);
  expect(asked.filter((number) => number === 4)).toHaveLength(2);
});

test("one page after the other is never fetched twice, however the total changes", async () => {
  const asked: number[] = [];
  const fetchPage = async (number: number): Promise<ListPage> => {
    asked.push(number);
    return page(number, 5, number * 7);
  };
  expect(await numbersOf(readPages(fetchPage, 1, 1, undefined))).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([1, 2, 3, 4, 5]);
});

test("stopping early aborts what is under way", async () => {
  const signals: AbortSignal[] = [];
  const pages = readPages(
    async (number, signal) => {
      signals.push(signal);
      return number === 1 ? page(1, 9) : new Promise<never>(() => {});
    },
    1,
    4,
    undefined,
  );
  await pages.next();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false, false]);
  await pages.return();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
});

test("errors of pages that nobody comes to are nobody's errors", async () => {
  const pages = readPages(
    async (number) => {
      if (number > 1) throw new Error(`page ${number}`);
      return page(1, 9);
    },
    1,
    4,
    undefined,
  );
  await pages.next();
  await pages.return();
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setImmediate(resolve));
  expect(await pages.next()).toEqual({ done: true, value: undefined });
});
