import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cursor, ListOptions } from "../../src/index.ts";
import { anyHops, anyList, cycleTurns, passingFailures } from "../support/paging/paging-arbitraries.ts";
import { createEntries, type Entry, PagingModel, type Turn, visible } from "../support/paging-model.ts";
import { catchError, connectTo } from "../support/test-client.ts";

interface Case {
  readonly perPage: number;
  readonly entries: readonly Entry[];
  readonly maxConcurrency?: number;
}

/** A model of a list, and a client for it. */
function createListModel(
  { perPage, entries, maxConcurrency = 10 }: Case,
  pickTurn?: (request: number, page: number) => Turn,
) {
  const model = new PagingModel(entries, perPage, pickTurn);
  const nectar = connectTo(model.fetch, { maxConcurrency, maxRetries: 50 });
  return { model, list: (options?: ListOptions) => nectar.documents.listByCompany("c", {}, options) };
}

/** Collects the ids of a complete iteration. */
async function collectIds(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

function isInOrderOf(ids: readonly string[], order: readonly string[]): boolean {
  const places = ids.map((id) => order.indexOf(id)).filter((place) => place >= 0);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

/** Requests of a list that does not move: one per page. A list with hidden records is walked twice, since it may have lost some. */
function countExpectedRequests({ entries }: Case, { totalPages }: PagingModel): number {
  return entries.some(({ isHidden }) => isHidden) ? 2 * totalPages : totalPages;
}

const stored = (cursor: Cursor | undefined): Cursor => JSON.parse(JSON.stringify(cursor));

test("every item is yielded once and in order, from empty, slow, overtaking and temporarily failing pages", () =>
  fc.assert(
    fc.asyncProperty(anyList, anyHops, passingFailures, async (listCase, hops, failure) => {
      const { model, list } = createListModel(listCase, cycleTurns(hops, { failure }));
      expect(await collectIds(list({ concurrency: listCase.concurrency }))).toEqual(visible(listCase.entries));
      const failures = model.requested.filter((_, request) => failure[request] !== undefined).length;
      expect(model.requested).toHaveLength(countExpectedRequests(listCase, model) + failures);
    }),
    { numRuns: 200 },
  ));

test("pending requests never exceed the limit of the client or of a list", () =>
  fc.assert(
    fc.asyncProperty(anyList, anyHops, passingFailures, async (listCase, hops, failure) => {
      const { concurrency, maxConcurrency } = listCase;
      const { model, list } = createListModel(listCase, cycleTurns(hops, { failure }));
      await collectIds(list({ concurrency }));
      expect(model.mostInFlight).toBeLessThanOrEqual(Math.min(concurrency, maxConcurrency));
      await Promise.all([
        collectIds(list({ concurrency })),
        collectIds(list({ concurrency })),
        collectIds(list({ concurrency })),
      ]);
      expect(model.mostInFlight).toBeLessThanOrEqual(maxConcurrency);
    }),
  ));

test("a list keeps at most `concurrency` pages in memory or in flight, even with a slow consumer", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 6 }),
      anyHops,
      fc.array(fc.nat({ max: 8 }), { minLength: 1 }),
      async (perPage, count, concurrency, hops, pauses) => {
        const { model, list } = createListModel({ perPage, entries: createEntries(count) }, cycleTurns(hops));
        const iterator = list({ concurrency })[Symbol.asyncIterator]();
        let inHand = 1;
        const ahead: number[] = [];
        model.onRequest = (page) => ahead.push(page - inHand + 1);
        for (let index = 0; ; index += 1) {
          // A consumer that requests an item has released all earlier pages.
          inHand = Math.floor(index / perPage) + 1;
          const { done } = await iterator.next();
          if (done) break;
          for (let pause = pauses[index % pauses.length] ?? 0; pause > 0; pause -= 1)
            await new Promise((resolve) => setImmediate(resolve));
        }
        expect(Math.max(...ahead)).toBeLessThanOrEqual(concurrency);
        expect(model.requested).toHaveLength(model.totalPages);
      },
    ),
  ));

test("items that additions push to later pages are neither lost nor repeated", () =>
  fc.assert(
    fc.asyncProperty(
      anyList,
      anyHops,
      passingFailures,
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }),
      async (listCase, hops, failure, bursts) => {
        // Up to three pages of items at a time, eight in all: an item is recognised within ten pages.
        let left = 8 * listCase.perPage;
        const inserted = bursts.map((pages, index) => {
          const count = Math.min(left, pages * listCase.perPage + (index % 2));
          left -= count;
          return count;
        });
        const { model, list } = createListModel(listCase, cycleTurns(hops, { failure, inserted }));
        const ids = await collectIds(list({ concurrency: listCase.concurrency }));
        const before = new Set(visible(listCase.entries));
        expect(ids.filter((id) => before.has(id))).toEqual([...before]);
        expect(new Set(ids).size).toBe(ids.length);
        // Each burst may outdate up to `concurrency - 1` pages, and there are two walks; the number of requests is bounded.
        const failures = failure.filter((status) => status !== undefined).length;
        expect(model.requested.length).toBeLessThanOrEqual(
          2 * (2 * model.totalPages + listCase.concurrency) + failures,
        );
      },
    ),
    { numRuns: 300 },
  ));

test("an iteration with additions at every request repeats nothing", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.nat({ max: 4 }), { maxLength: 80 }),
      async (perPage, count, bursts) => {
        // Less than a page at a time, so that the iteration progresses; in the end far more than ten pages.
        const inserted = bursts.map((burst) => Math.min(burst, perPage - 1));
        const { list } = createListModel({ perPage, entries: createEntries(count) }, cycleTurns([0], { inserted }));
        const ids = await collectIds(list({ concurrency: 1 }));
        expect(ids.filter((id) => !id.startsWith("new"))).toEqual(visible(createEntries(count)));
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  ));

test("an iteration over a list that grows and shrinks ends, repeats nothing, and loses only items that moved forward", () =>
  fc.assert(
    fc.asyncProperty(
      anyList,
      anyHops,
      fc.array(fc.nat({ max: 6 }), { maxLength: 20 }),
      async (listCase, hops, removed) => {
        const { model, list } = createListModel(listCase, cycleTurns(hops, { removed }));
        const ids = await collectIds(list({ concurrency: listCase.concurrency }));
        const all = visible(listCase.entries);
        expect(new Set(ids).size).toBe(ids.length);
        expect(isInOrderOf(ids, all)).toBe(true);
        const gone = listCase.entries.length - model.entries.length;
        const missing = visible(model.entries).filter((id) => !ids.includes(id));
        expect(missing.length).toBeLessThanOrEqual(gone);
      },
    ),
    { numRuns: 200 },
  ));

test("an iteration over a list with simultaneous additions and deletions ends and repeats nothing", () =>
  fc.assert(
    fc.asyncProperty(
      anyList,
      anyHops,
      fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
      fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
      async (listCase, hops, inserted, removed) => {
        const { model, list } = createListModel({ ...listCase, perPage: 5 }, cycleTurns(hops, { inserted, removed }));
        const ids = await collectIds(list({ concurrency: listCase.concurrency }));
        expect(new Set(ids).size).toBe(ids.length);
        expect(model.requested.length).toBeLessThanOrEqual(60);
      },
    ),
  ));

test("an error ends the iteration once, after the items before it, and cancels the rest", () =>
  fc.assert(
    fc.asyncProperty(
      anyList.filter(({ entries }) => entries.length > 0),
      anyHops,
      fc.nat(),
      fc.constantFrom(400, 403, 404, 418),
      async (listCase, hops, seed, status) => {
        const { perPage, entries, concurrency } = listCase;
        const bad = (seed % Math.ceil(entries.length / perPage)) + 1;
        const delays = cycleTurns(hops);
        const { model, list } = createListModel(listCase, (request, page) => ({
          ...delays(request),
          ...(page === bad && { failure: status }),
        }));
        const ids: string[] = [];
        const iterator = list({ concurrency })[Symbol.asyncIterator]();
        const error = await catchError(
          (async () => {
            for (let next = await iterator.next(); !next.done; next = await iterator.next()) ids.push(next.value.id);
          })(),
        );
        expect(error).toMatchObject({ kind: "api", status, operation: "documents.listByCompany" });
        expect(ids).toEqual(visible(entries.slice(0, (bad - 1) * perPage)));
        expect(await iterator.next()).toEqual({ done: true, value: undefined });
        const requested = model.requested.length;
        while (model.inFlight > 0) await new Promise((resolve) => setImmediate(resolve));
        expect(model.requested).toHaveLength(requested);
        expect(model.requested.filter((page) => page === bad)).toHaveLength(1);
      },
    ),
  ));

test("a cursor after any number of items resumes with the rest, despite additions", () =>
  fc.assert(
    fc.asyncProperty(
      anyList,
      anyHops,
      fc.nat({ max: 70 }),
      fc.nat({ max: 8 }),
      async (listCase, hops, count, pages) => {
        const { concurrency, perPage, entries } = listCase;
        const { model, list } = createListModel(listCase, cycleTurns(hops));
        const all = visible(entries);
        const first = list({ concurrency });
        const ids = (await first.toArray({ limit: count })).map(({ id }) => id);
        expect(ids).toEqual(all.slice(0, count));
        if (first.cursor === undefined) {
          expect(ids).toEqual([]);
          return;
        }
        model.insert(pages * perPage);
        const rest = await collectIds(list({ concurrency, resumeFrom: stored(first.cursor) }));
        expect(rest.filter((id) => !id.startsWith("new"))).toEqual(all.slice(count));
      },
    ),
    { numRuns: 200 },
  ));

test("an iteration that stops and resumes repeatedly sees the same items, with a cursor of bounded size", () =>
  fc.assert(
    fc.asyncProperty(anyList, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (listCase, steps) => {
      const { entries, concurrency } = listCase;
      const { list } = createListModel(listCase);
      const ids: string[] = [];
      let cursor: Cursor | undefined;
      for (let step = 0; ids.length < visible(entries).length; step += 1) {
        const part = list({ concurrency, ...(cursor && { resumeFrom: stored(cursor) }) });
        const more = await part.toArray({ limit: steps[step % steps.length] ?? 1 });
        // Otherwise the iteration would never end.
        expect(more).not.toEqual([]);
        ids.push(...more.map(({ id }) => id));
        cursor = part.cursor;
        expect(JSON.stringify(cursor).length).toBeLessThanOrEqual(8_000);
      }
      expect(ids).toEqual(visible(entries));
    }),
  ));

test("a cursor after any number of pages resumes with the next page", () =>
  fc.assert(
    fc.asyncProperty(anyList, fc.nat({ max: 20 }), async (listCase, count) => {
      const { concurrency } = listCase;
      const { model, list } = createListModel(listCase);
      const numbers = async (limit: number, options?: ListOptions) => {
        const paginator = list({ concurrency, ...options });
        const seen: number[] = [];
        if (limit > 0) for await (const page of paginator.pages()) if (seen.push(page.currentPage) >= limit) break;
        return { seen, cursor: paginator.cursor };
      };
      const all = Array.from({ length: model.totalPages }, (_, index) => index + 1);
      const { seen, cursor } = await numbers(count);
      expect(seen).toEqual(all.slice(0, count));
      if (cursor === undefined) {
        expect(seen).toEqual([]);
        return;
      }
      const rest = await numbers(Number.POSITIVE_INFINITY, { resumeFrom: stored(cursor) });
      expect(rest.seen).toEqual(all.slice(count));
    }),
  ));

test("overlapping calls of `next` behave like sequential ones, with the same requests", () =>
  fc.assert(
    fc.asyncProperty(anyList, anyHops, fc.integer({ min: 2, max: 9 }), async (listCase, hops, parallel) => {
      const { concurrency, entries } = listCase;
      const { model, list } = createListModel(listCase, cycleTurns(hops));
      const iterator = list({ concurrency })[Symbol.asyncIterator]();
      const ids: string[] = [];
      for (let isDone = false; !isDone; ) {
        for (const { done, value } of await Promise.all(Array.from({ length: parallel }, () => iterator.next()))) {
          if (done) isDone = true;
          else ids.push(value.id);
        }
      }
      expect(ids).toEqual(visible(entries));
      expect(model.requested).toHaveLength(countExpectedRequests(listCase, model));
    }),
  ));
