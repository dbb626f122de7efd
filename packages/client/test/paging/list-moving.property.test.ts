import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cursor, ListOptions } from "../../src/index.ts";
import { anyHops } from "../support/paging/paging-arbitraries.ts";
import { createEntries, type Entry, PagingModel, type Turn } from "../support/paging-model.ts";
import { connectTo } from "../support/test-client.ts";

/** One change of a list. Positions are fractions of its length. */
type Change =
  | { readonly kind: "insert"; readonly at: number; readonly count: number }
  | { readonly kind: "delete"; readonly at: number; readonly count: number }
  | { readonly kind: "move"; readonly at: number; readonly to: number };

const fraction = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const someItems = fc.integer({ min: 1, max: 4 });
const anInsertion = fc.record({ kind: fc.constant("insert" as const), at: fraction, count: someItems });
const aDeletion = fc.record({ kind: fc.constant("delete" as const), at: fraction, count: someItems });
const aMove = fc.record({ kind: fc.constant("move" as const), at: fraction, to: fraction });

const anything = fc.oneof(anInsertion, aDeletion, aMove);

/** Changes before each response: none, one, or several at once, such as one item in and one out. */
const generateChanges = (change: fc.Arbitrary<Change>) =>
  fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(change, { maxLength: 3 })), { maxLength: 40 });

const aCase = (change: fc.Arbitrary<Change>) =>
  fc.record({
    perPage: fc.integer({ min: 1, max: 5 }),
    count: fc.nat({ max: 40 }),
    concurrency: fc.integer({ min: 1, max: 8 }),
    changes: generateChanges(change),
    /** Turns of the event loop before a page is cut and before its response arrives, in any order. */
    hops: anyHops,
    late: anyHops,
  });

type Case = ReturnType<typeof aCase> extends fc.Arbitrary<infer Value> ? Value : never;

/** A list that changes as the case says, and remembers the permanent ids. */
function createListModel({ perPage, count, changes, hops, late }: Case) {
  let born = 0;
  const staying = new Set(createEntries(count).map(({ id }) => id));
  const change = (entries: readonly Entry[], one: Change): readonly Entry[] => {
    const at = Math.round(one.at * entries.length);
    if (one.kind === "insert") {
      const added = Array.from({ length: one.count }, () => ({ id: `new-${born++}`, isHidden: false }));
      return entries.toSpliced(at, 0, ...added);
    }
    if (one.kind === "delete") {
      for (const { id } of entries.slice(at, at + one.count)) staying.delete(id);
      return entries.toSpliced(at, one.count);
    }
    const moved = entries.slice(at, at + 1);
    return entries.toSpliced(at, 1).toSpliced(Math.round(one.to * entries.length), 0, ...moved);
  };
  const pickTurn = (request: number): Turn => ({
    hops: hops[request % hops.length] ?? 0,
    late: late[request % late.length] ?? 0,
    change: (entries) => (changes[request] ?? []).reduce(change, entries),
  });
  const model = new PagingModel(createEntries(count), perPage, pickTurn);
  const nectar = connectTo(model.fetch);
  return {
    model,
    staying,
    apply: (more: readonly Change[]) => {
      model.entries = more.reduce(change, model.entries);
    },
    list: (options?: ListOptions) => nectar.documents.listByCompany("c", {}, options),
  };
}

async function collectIds(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

const missing = (staying: ReadonlySet<string>, ids: readonly string[]): string[] => {
  const seen = new Set(ids);
  return [...staying].filter((id) => !seen.has(id));
};

const stored = (cursor: Cursor | undefined): Cursor => JSON.parse(JSON.stringify(cursor));

test("with `verify`, a complete list has yielded every permanent item once", async () => {
  let complete = 0;
  await fc.assert(
    fc.asyncProperty(aCase(anything), async (listCase) => {
      const { model, staying, list } = createListModel(listCase);
      const items = list({ concurrency: listCase.concurrency, verify: true });
      const ids = await collectIds(items);
      expect(new Set(ids).size).toBe(ids.length);
      const { isComplete, walks = 0 } = items.completeness ?? {};
      if (isComplete) {
        complete += 1;
        expect(missing(staying, ids)).toEqual([]);
      }
      expect(walks).toBeLessThanOrEqual(10);
      // Changes end after forty requests, and two walks later everything is known.
      if (listCase.changes.length < 10) expect(isComplete).toBe(true);
      const pages = Math.ceil((listCase.count + 12 * listCase.changes.length) / listCase.perPage) + 1;
      expect(model.requested.length).toBeLessThanOrEqual(
        walks * (pages + listCase.concurrency) + 25 * listCase.changes.length,
      );
    }),
    { numRuns: 400 },
  );
  expect(complete).toBeGreaterThan(200);
});

test("in a moving list, no item is yielded twice, and one clean walk is proof if nothing is deleted", async () => {
  let complete = 0;
  await fc.assert(
    fc.asyncProperty(aCase(fc.oneof(anInsertion, aMove)), async (listCase) => {
      const { staying, list } = createListModel(listCase);
      const items = list({ concurrency: listCase.concurrency });
      const ids = await collectIds(items);
      expect(new Set(ids).size).toBe(ids.length);
      if (!items.completeness?.isComplete) return;
      complete += 1;
      expect(missing(staying, ids)).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(complete).toBeGreaterThan(100);
});

test("a list that changes once loses nothing, unless an item leaves and another arrives at once", () =>
  fc.assert(
    fc.asyncProperty(aCase(anything), anything, fc.nat({ max: 12 }), async (listCase, change, request) => {
      const changes = [...Array.from({ length: request }, () => []), [change]];
      const { staying, list } = createListModel({ ...listCase, changes });
      const items = list({ concurrency: listCase.concurrency });
      expect(missing(staying, await collectIds(items))).toEqual([]);
      expect(items.completeness).toMatchObject({ isComplete: true, reason: "clean" });
    }),
    { numRuns: 300 },
  ));

test("a list that changes between two runs is resumed without loss or repetition", () =>
  fc.assert(
    fc.asyncProperty(
      aCase(anything),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom("insert" as const, "delete" as const),
      // The cursor finds its place within ten pages.
      fc.array(fc.record({ at: fraction, pages: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
      async (listCase, limit, kind, bursts) => {
        const { staying, list, apply } = createListModel({ ...listCase, changes: [] });
        const { concurrency, perPage } = listCase;
        const first = list({ concurrency });
        const ids = (await first.toArray({ limit })).map(({ id }) => id);
        if (ids.length === 0) return;
        apply(bursts.map(({ at, pages }) => ({ kind, at, count: pages * perPage })));
        const rest = list({ concurrency, resumeFrom: stored(first.cursor) });
        const all = [...ids, ...(await collectIds(rest))];
        expect(new Set(all).size).toBe(all.length);
        expect(missing(staying, all)).toEqual([]);
        expect(rest.completeness).toMatchObject({ isComplete: false, reason: "resumed" });
      },
    ),
    { numRuns: 300 },
  ));

test("runs that stop and resume again and again never yield an item twice", () =>
  fc.assert(
    fc.asyncProperty(aCase(anything), fc.array(someItems, { minLength: 1 }), async (listCase, limits) => {
      const { list } = createListModel(listCase);
      const ids: string[] = [];
      let resumeFrom: Cursor | undefined;
      for (let run = 0; run < 60; run += 1) {
        const part = list({ concurrency: listCase.concurrency, resumeFrom });
        const more = await part.toArray({ limit: limits[run % limits.length] });
        if (more.length === 0) break;
        ids.push(...more.map(({ id }) => id));
        resumeFrom = stored(part.cursor);
        expect(JSON.stringify(resumeFrom).length).toBeLessThanOrEqual(8_000);
      }
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150 },
  ));
