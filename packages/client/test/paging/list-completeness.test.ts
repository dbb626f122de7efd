import { expect, test } from "vitest";
import type { Cursor, ListOptions } from "../../src/index.ts";
import { createEntries, type Entry, PagingModel, readPageNumber, type Turn } from "../support/paging-model.ts";
import { catchError, connectTo } from "../support/test-client.ts";

/** A list of ten records per page, by default a hundred records. */
function serve(pickTurn?: (request: number, page: number) => Turn, count = 100) {
  const model = new PagingModel(createEntries(count), 10, pickTurn);
  const nectar = connectTo(model.fetch);
  return { model, list: (options?: ListOptions) => nectar.documents.listByCompany("c", {}, options) };
}

async function collectIds(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

const numbers = (from: number, to: number): string[] =>
  createEntries(to)
    .slice(from)
    .map(({ id }) => id);
const sorted = (ids: readonly string[]): string[] => ids.toSorted((a, b) => Number(a) - Number(b));

/** Moves the record at a place to the front. */
function moveToFront(entries: readonly Entry[], place: number): readonly Entry[] {
  const moved = entries.slice(place, place + 1);
  return [...moved, ...entries.slice(0, place), ...entries.slice(place + 1)];
}

const isOld = (id: string): boolean => !id.startsWith("new");
const born = (name: string): Entry => ({ id: `new-${name}`, isHidden: false });

test.each([1, 4, 8])("an item that moves to the front is yielded once, at concurrency %i", async (concurrency) => {
  for (let at = 1; at < 10; at += 1) {
    const { list } = serve((request) => (request === at ? { change: (all) => moveToFront(all, 85) } : {}));
    const items = list({ concurrency });
    expect(sorted(await collectIds(items))).toEqual(numbers(0, 100));
    expect(items.completeness).toMatchObject({ isComplete: true, unique: 100, total: 100 });
  }
});

test.each([4, 8])(
  "adding an item at the front and removing one behind loses no other item, at concurrency %i",
  async (concurrency) => {
    for (let at = 1; at < 10; at += 1)
      for (const hops of [0, 3]) {
        const change = (all: readonly Entry[]) => [born("x"), ...all.slice(0, -1)];
        const { list } = serve((request, page) => ({
          hops: page % 2 === 0 ? hops : 0,
          ...(request === at && { change }),
        }));
        const ids = await collectIds(list({ concurrency }));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter(isOld)).toEqual(expect.arrayContaining(numbers(0, 99)));
      }
  },
);

test.each([1, 4])("items that moved to earlier pages are found, at concurrency %i", async (concurrency) => {
  const { list } = serve((request) => ({ removed: request === 6 ? 40 : 0 }));
  const items = list({ concurrency });
  expect(await collectIds(items)).toEqual(expect.arrayContaining(numbers(40, 100)));
  expect(items.completeness).toMatchObject({ isComplete: true, walks: 2, unique: 60, total: 60, reason: "clean" });
});

test("a resumed iteration finds the items that moved to earlier pages in the meantime", async () => {
  const { model, list } = serve();
  const first = list({ concurrency: 1 });
  const ids = (await first.toArray({ limit: 55 })).map(({ id }) => id);
  const cursor: Cursor = JSON.parse(JSON.stringify(first.cursor));
  model.entries = model.entries.slice(40);
  const rest = list({ resumeFrom: cursor });
  expect([...ids, ...(await collectIds(rest))]).toEqual(numbers(0, 100));
  expect(rest.completeness).toMatchObject({ isComplete: false, reason: "resumed" });
});

test("a cursor beyond the end of a list that has shrunk finds the rest of it", async () => {
  const { model, list } = serve();
  const first = list({ concurrency: 1 });
  await first.toArray({ limit: 75 });
  model.entries = model.entries.slice(60);
  expect(await collectIds(list({ resumeFrom: first.cursor }))).toEqual(numbers(75, 100));
});

test("a list that does not move is complete after one walk, with one request per page", async () => {
  for (const concurrency of [1, 4, 20]) {
    const { model, list } = serve();
    const items = list({ concurrency });
    expect(items.completeness).toBeUndefined();
    await collectIds(items);
    expect(items.completeness).toEqual({ isComplete: true, walks: 1, unique: 100, total: 100, reason: "clean" });
    expect(model.requested).toHaveLength(10);
  }
});

test("`verify` walks until a clean walk finds nothing new, and reports the list as complete", async () => {
  const { model, list } = serve((request) => (request === 4 ? { change: (all) => moveToFront(all, 85) } : {}));
  const items = list({ verify: true });
  expect(sorted(await collectIds(items))).toEqual(numbers(0, 100));
  expect(items.completeness).toEqual({ isComplete: true, walks: 3, unique: 100, total: 100, reason: "verified" });
  expect(model.requested.length).toBeLessThanOrEqual(35);
});

test("`verify` walks a list that does not move twice, and an empty one once", async () => {
  for (const [count, walks, requests] of [
    [100, 2, 20],
    [0, 1, 1],
  ] as const) {
    const { model, list } = serve(undefined, count);
    const items = list({ verify: true });
    expect(await collectIds(items)).toEqual(numbers(0, count));
    expect(items.completeness).toEqual({ isComplete: true, walks, unique: count, total: count, reason: "verified" });
    expect(model.requested).toHaveLength(requests);
  }
});

test("`verify` gives up after its number of walks, by default ten", async () => {
  for (const [verify, walks] of [
    [true, 10],
    [3, 3],
  ] as const) {
    const { list } = serve((_, page) => ({ inserted: page === 5 ? 1 : 0 }));
    const items = list({ verify });
    const ids = await collectIds(items);
    expect(ids.filter(isOld)).toEqual(numbers(0, 100));
    expect(items.completeness).toMatchObject({ isComplete: false, walks, reason: "bound" });
  }
});

test("`verify` finds an item that a simultaneous deletion and addition hides from a plain iteration", async () => {
  // While page 5 is read, item 0 leaves and another arrives at the end: item 50 slips to page 5, and the total stays the same.
  const swap = (request: number): Turn => (request === 5 ? { change: (all) => [...all.slice(1), born("behind")] } : {});
  const plain = serve(swap).list({ concurrency: 1 });
  const ids = await collectIds(plain);
  expect(numbers(0, 100).filter((id) => !ids.includes(id))).toEqual(["50"]);
  expect(plain.completeness).toEqual({ isComplete: true, walks: 1, unique: 100, total: 100, reason: "clean" });

  const verified = serve(swap).list({ concurrency: 1, verify: true });
  expect(await collectIds(verified)).toContain("50");
  expect(verified.completeness).toMatchObject({ isComplete: true, walks: 3, reason: "verified" });
});

test("`verify` cannot detect an item that leaves the list and comes back", async () => {
  const stay = numbers(0, 20);
  // Each walk sees the flickering item instead of item 10, which slips past it.
  const away = stay.filter((id) => id !== "0" && id !== "19");
  const flicker = (request: number): Turn => ({
    change: () => (request % 2 === 0 ? ["0", ...away] : [...away, "19"]).map((id) => ({ id, isHidden: false })),
  });
  const { list } = serve(flicker, 20);
  const items = list({ concurrency: 1, verify: true });
  const ids = await collectIds(items);
  expect(ids).not.toContain("10");
  expect(items.completeness).toMatchObject({ isComplete: true, reason: "verified" });
});

test("a list that never shows as many items as it counts is walked twice and not complete", async () => {
  const { model, list } = serve();
  model.entries = model.entries.map(({ id }) => ({ id, isHidden: id === "7" }));
  const items = list();
  expect(await collectIds(items)).toHaveLength(99);
  expect(items.completeness).toEqual({ isComplete: false, walks: 2, unique: 99, total: 100, reason: "moved" });
});

test("an iteration that ends early or fails is reported as stopped", async () => {
  const { list } = serve((_, page) => (page === 3 ? { failure: 403 } : {}));
  const items = list({ concurrency: 1 });
  await items.toArray({ limit: 15 });
  expect(items.completeness).toEqual({ isComplete: false, walks: 1, unique: 15, total: 100, reason: "stopped" });
  const iterator = items[Symbol.asyncIterator]();
  await iterator.next();
  expect(items.completeness).toBeUndefined();
  expect(await catchError(collectIds({ [Symbol.asyncIterator]: () => iterator }))).toMatchObject({ status: 403 });
  expect(items.completeness).toMatchObject({ isComplete: false, unique: 20, reason: "stopped" });
});

test("`pages`, `first`, `dedupe: false` and items without an id never walk again", async () => {
  const change = (all: readonly Entry[]) => moveToFront(all, 85);
  const { model, list } = serve((request) => (request === 4 ? { change } : {}));
  const paged = list({ concurrency: 1, verify: true });
  for await (const _ of paged.pages());
  expect(model.requested).toHaveLength(10);
  expect(paged.completeness).toMatchObject({ isComplete: false, walks: 1, reason: "moved" });

  const again = serve((request) => (request === 4 ? { change } : {}));
  const raw = again.list({ concurrency: 1, dedupe: false, verify: 5 });
  expect(await collectIds(raw)).toHaveLength(100);
  expect(again.model.requested).toHaveLength(10);
  expect(raw.completeness).toMatchObject({ isComplete: false, walks: 1, unique: 99, reason: "moved" });

  const hidden = serve();
  hidden.model.entries = hidden.model.entries.map(({ id }) => ({ id, isHidden: true }));
  const none = hidden.list();
  expect(await none.first()).toBeUndefined();
  expect(hidden.model.requested).toHaveLength(10);
  expect(none.completeness).toBeUndefined();

  const requested: number[] = [];
  const nameless = connectTo(async (input) => {
    const currentPage = readPageNumber(input);
    requested.push(currentPage);
    const page = { totalDocuments: 6, perPage: 2, totalPages: 3, currentPage, hasNext: currentPage < 3 };
    return Response.json({ ...page, documents: [{ name: "x" }, { name: "x" }] });
  }).documents.listByCompany("c", {}, { verify: true });
  expect(await nameless.toArray()).toHaveLength(6);
  expect(requested).toHaveLength(3);
  expect(nameless.completeness).toMatchObject({ isComplete: false, walks: 1, reason: "no-ids" });
});

test("an iteration that begins at a later page cannot be complete", async () => {
  const nectar = connectTo(serve().model.fetch);
  const list = nectar.documents.listByCompany("c", { page: 9 });
  expect(await collectIds(list)).toEqual(numbers(80, 100));
  expect(list.completeness).toEqual({ isComplete: false, walks: 1, unique: 20, total: 100, reason: "resumed" });
});

test("an invalid number of walks is rejected before sending", () => {
  const { model, list } = serve();
  for (const verify of [0, 1, -1, 1.5, Number.NaN, 1_001])
    expect(() => list({ verify })).toThrow(
      /documents\.listByCompany: `verify` must be true or a whole number from 2 to/,
    );
  expect(model.requested).toEqual([]);
});
