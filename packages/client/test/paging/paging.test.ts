import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Cursor, isNectarError, type ListOptions, type Progress } from "../../src/index.ts";
import { createEntries, enough, PagingModel, readPageNumber, type Turn } from "../support/paging-model.ts";
import { catchError, connectTo } from "../support/test-client.ts";

/** A list of a hundred records on ten pages by default. */
function serve(count = 100, pickTurn?: (request: number, page: number) => Turn) {
  const model = new PagingModel(createEntries(count), 10, pickTurn);
  const nectar = connectTo(model.fetch);
  return { model, nectar, list: (options?: ListOptions) => nectar.documents.listByCompany("c", {}, options) };
}

/** A list of the given pages, even with contradictory numbers. */
function replyWith(pages: readonly object[]) {
  const requested: number[] = [];
  const nectar = connectTo(async (input) => {
    const page = readPageNumber(input);
    requested.push(page);
    if (requested.length > 100) return enough();
    return Response.json(pages[Math.min(page, pages.length) - 1]);
  });
  return { requested, list: (options?: ListOptions) => nectar.documents.listByCompany("c", {}, options) };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const idsFrom = (from: number, to: number): { id: string }[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: String(from + index) }));

test("a list sends nothing before it is used, and each iteration starts over", async () => {
  const { model, list } = serve(25);
  const paginator = list();
  await new Promise((resolve) => setImmediate(resolve));
  expect(model.requested).toEqual([]);
  expect(await collect(paginator)).toEqual(idsFrom(0, 25));
  expect(await collect(paginator)).toEqual(idsFrom(0, 25));
  expect(model.requested.toSorted()).toEqual([1, 1, 2, 2, 3, 3]);
});

test("a list without items is one page without items", async () => {
  const { model, list } = serve(0);
  expect(await collect(list())).toEqual([]);
  expect(await collect(list().pages())).toHaveLength(1);
  expect(model.requested).toEqual([1, 1]);
});

test("an iteration begins at the page of the query", async () => {
  const { model, nectar } = serve(35);
  const items = await nectar.documents.listByCompany("c", { page: 3 }, { concurrency: 1 }).toArray();
  expect(items).toEqual(idsFrom(20, 35));
  expect(model.requested).toEqual([3, 4]);
});

test("an iteration that begins past the end is empty, although the API returns the last page", async () => {
  const { nectar } = serve(35);
  expect(await nectar.documents.listByCompany("c", { page: 9 }).toArray()).toEqual([]);
});

test("an iteration continues after an empty page and ends without a next one", async () => {
  const page = (currentPage: number, hasNext: boolean, documents: object[]) => ({
    totalDocuments: 2,
    perPage: 1,
    totalPages: 9,
    currentPage,
    hasNext,
    documents,
  });
  const { requested, list } = replyWith([
    page(1, true, []),
    page(2, true, [{ id: "a" }]),
    page(3, false, [{ id: "b" }]),
  ]);
  expect(await collect(list({ concurrency: 1 }))).toEqual([{ id: "a" }, { id: "b" }]);
  expect(requested).toEqual([1, 2, 3]);
});

test("an iteration ends when the last page repeats, even if it claims a next one", async () => {
  const last = {
    totalDocuments: 1,
    perPage: 1,
    totalPages: 99,
    currentPage: 1,
    hasNext: true,
    documents: [{ id: "a" }],
  };
  const { requested, list } = replyWith([last]);
  expect(await collect(list({ concurrency: 1 }))).toEqual([{ id: "a" }]);
  expect(requested).toEqual([1, 2]);
});

test("`page` returns one page as the API does, with its response", async () => {
  const { model, list } = serve(25);
  expect(await list().page(2)).toMatchObject({ currentPage: 2, totalDocuments: 25, documents: idsFrom(10, 20) });
  const { data, response } = await list().page(9).withResponse();
  expect(data.currentPage).toBe(3);
  expect(response.status).toBe(200);
  expect(model.requested).toEqual([2, 9]);
});

test("`pages` yields the pages as the API returns them", async () => {
  const { list } = serve(25);
  const pages = await collect(list().pages());
  expect(pages.map(({ currentPage, documents }) => [currentPage, documents.length])).toEqual([
    [1, 10],
    [2, 10],
    [3, 5],
  ]);
});

test("`first` returns the first item with one request", async () => {
  const { model, list } = serve();
  expect(await list().first()).toEqual({ id: "0" });
  expect(model.requested).toEqual([1]);
});

test("`first` finds the first item behind a page that a filter left empty", async () => {
  const { model, list } = serve(30);
  model.entries = model.entries.map(({ id }, index) => ({ id, isHidden: index < 13 }));
  expect(await list().first()).toEqual({ id: "13" });
  expect(model.requested).toEqual([1, 2]);
});

test("`first` of a list without items is undefined", async () => {
  const { list } = serve(0);
  expect(await list().first()).toBeUndefined();
});

test("`first` does not move the cursor of an iteration", async () => {
  const { list } = serve(30);
  const paginator = list();
  await paginator.toArray({ limit: 15 });
  const { cursor } = paginator;
  await paginator.first();
  expect(paginator.cursor).toEqual(cursor);
});

test("`total` takes one request, and none after an iteration", async () => {
  const { model, list } = serve(25);
  const paginator = list();
  expect(await paginator.total()).toBe(25);
  expect(model.requested).toEqual([1]);
  await paginator.toArray();
  const requested = model.requested.length;
  expect(await paginator.total()).toBe(25);
  expect(model.requested).toHaveLength(requested);
});

test("`toArray` returns all items, or as many as its limit allows", () =>
  fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), fc.option(fc.nat({ max: 80 }), { nil: undefined }), async (count, limit) => {
      const { model, list } = serve(count);
      const items = await list().toArray({ limit });
      expect(items).toEqual(idsFrom(0, Math.min(count, limit ?? count)));
      if (limit === 0) expect(model.requested).toEqual([]);
    }),
  ));

test("`onProgress` is called after each page of each walk, with the current total", async () => {
  const seen: Progress[] = [];
  const { list } = serve(25, (request) => ({ inserted: request === 1 ? 10 : 0 }));
  await collect(list({ concurrency: 1, onProgress: (progress) => seen.push(progress) }));
  expect(seen).toEqual([
    { items: 10, total: 25, page: 1, pages: 3 },
    { items: 10, total: 35, page: 2, pages: 4 },
    { items: 20, total: 35, page: 3, pages: 4 },
    { items: 25, total: 35, page: 4, pages: 4 },
    { items: 35, total: 35, page: 1, pages: 4 },
    { items: 35, total: 35, page: 2, pages: 4 },
    { items: 35, total: 35, page: 3, pages: 4 },
    { items: 35, total: 35, page: 4, pages: 4 },
  ]);
});

test("`pages` also reports progress", async () => {
  const seen: Progress[] = [];
  const { list } = serve(25);
  await collect(list({ onProgress: (progress) => seen.push(progress) }).pages());
  expect(seen.map(({ items, page }) => [items, page])).toEqual([
    [10, 1],
    [20, 2],
    [25, 3],
  ]);
});

test("items that ten pages of new ones pushed back are recognised", async () => {
  const { list } = serve(30, (request) => ({ inserted: request === 1 ? 100 : 0 }));
  const ids = (await list({ concurrency: 1 }).toArray()).map(({ id }) => id);
  expect(ids.filter((id) => !id.startsWith("new"))).toEqual(idsFrom(0, 30).map(({ id }) => id));
});

test("with `dedupe: false`, items are yielded as often as the API returns them", async () => {
  const { list } = serve(20, (request) => ({ inserted: request === 1 ? 10 : 0 }));
  const items = await list({ concurrency: 1, dedupe: false }).toArray();
  expect(items).toEqual([...idsFrom(0, 10), ...idsFrom(0, 10), ...idsFrom(10, 20)]);
});

test("items with numeric ids are recognised, and items without an id are all yielded", async () => {
  const page = (currentPage: number, documents: object[]) => ({
    totalDocuments: 4,
    perPage: 2,
    totalPages: 2,
    currentPage,
    hasNext: currentPage < 2,
    documents,
  });
  const { list } = replyWith([page(1, [{ id: 7 }, { name: "x" }]), page(2, [{ id: 7 }, { name: "x" }])]);
  expect(await collect(list())).toEqual([{ id: 7 }, { name: "x" }, { name: "x" }]);
});

test("a cursor in the middle of a page resumes there if items have no ids", () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 11 }), async (count) => {
      const all = Array.from({ length: 11 }, (_, index) => ({ name: `item ${index}` }));
      const pages = [0, 4, 8].map((start, index) => ({
        totalDocuments: 11,
        perPage: 4,
        totalPages: 3,
        currentPage: index + 1,
        hasNext: index < 2,
        documents: all.slice(start, start + 4),
      }));
      const { list } = replyWith(pages);
      const paginator = list();
      await paginator.toArray({ limit: count });
      const cursor: Cursor = JSON.parse(JSON.stringify(paginator.cursor));
      expect(await collect(list({ resumeFrom: cursor }))).toEqual(all.slice(count));
    }),
  ));

test("a cursor is undefined before the first page, then plain JSON", async () => {
  const { list } = serve(30);
  const paginator = list();
  expect(paginator.cursor).toBeUndefined();
  await paginator.toArray({ limit: 12 });
  const seen = expect.stringMatching(/^[0-9a-z]{108}$/);
  expect(paginator.cursor).toEqual({ version: 1, page: 2, offset: 2, total: 30, items: 12, seen });
});

const notACount = fc.oneof(
  fc.double().filter((number) => !Number.isInteger(number) || number < 1),
  fc.integer({ max: 0 }),
);

test("invalid pages, concurrencies and limits are rejected before sending", () =>
  fc.assert(
    fc.asyncProperty(notACount, async (number) => {
      const { model, nectar, list } = serve();
      const attempts: (() => PromiseLike<unknown>)[] = [
        () => list().page(number),
        () => list().page(number).withResponse(),
        async () => list({ concurrency: number }),
        async () => nectar.documents.listByCompany("c", { page: number }),
        async () => nectar.raw.paginate("/document/company/{company_id}", { concurrency: number }),
      ];
      if (!(number >= 0)) attempts.push(() => list().toArray({ limit: number }));
      for (const attempt of attempts) {
        const error = await catchError(attempt());
        expect(error).toMatchObject({ kind: "validation", operation: "documents.listByCompany" });
        expect(String(error)).toMatch(/documents\.listByCompany: .*(whole number of at least 1|number of at least 0)/);
      }
      expect(model.requested).toEqual([]);
    }),
  ));

test("an invalid cursor is rejected, and the message names the option", async () => {
  const { model, list } = serve();
  const good = { version: 1, page: 1, offset: 0, total: 30, items: 0, seen: "" } as const;
  const bad: unknown[] = [
    null,
    "1",
    [],
    {},
    { ...good, page: 0 },
    { ...good, page: "1" },
    { ...good, page: 1.5 },
    { ...good, offset: -1 },
    { ...good, offset: null },
    { ...good, page: 2 ** 60 },
    { ...good, total: "30" },
    { ...good, items: undefined },
    { ...good, version: 2 },
    { ...good, seen: "ids" },
    { ...good, seen: "not_b64!" },
    { ...good, seen: [] },
    { ...good, seen: undefined },
    { ...good, seen: "a".repeat(9 * 861) },
    { page: 1, offset: 0, seen: ["0"] },
  ];
  for (const resumeFrom of bad) {
    const options: ListOptions = JSON.parse(JSON.stringify({ resumeFrom }));
    expect(() => list(options)).toThrow(
      /^documents\.listByCompany: `resumeFrom\.\w+` is invalid: pass `list\.cursor` unchanged, or omit `resumeFrom`$/,
    );
  }
  expect(await list({ resumeFrom: good }).first()).toEqual({ id: "0" });
  expect(model.requested).toEqual([1]);
});

test("a page without its array of items is unexpected content, and the error shows its keys", async () => {
  const { list } = replyWith([{ detail: "moved", items: [] }]);
  expect(await catchError(collect(list()))).toMatchObject({
    kind: "unexpected-content",
    message: "documents.listByCompany: expected an array `documents`, got 200 with application/json",
    preview: "detail, items",
  });
});

test("a list whose pages lack their numbers is one page", async () => {
  const { requested, list } = replyWith([{ documents: [{ id: "a" }] }]);
  expect(await collect(list())).toEqual([{ id: "a" }]);
  expect(await list().total()).toBe(1);
  expect(requested).toEqual([1, 1]);
});

test("an abort before the first page sends nothing", async () => {
  const { model, list } = serve();
  const error = await catchError(collect(list({ signal: AbortSignal.abort("enough") })));
  expect(error).toMatchObject({ kind: "abort", cause: "enough" });
  expect(model.requested).toEqual([]);
});

test("an abort ends an iteration at once, even with items in memory", async () => {
  const { list } = serve();
  const abort = new AbortController();
  const ids: string[] = [];
  const error = await catchError(
    (async () => {
      for await (const { id } of list({ signal: abort.signal })) if (ids.push(id) === 3) abort.abort("enough");
    })(),
  );
  expect(error).toMatchObject({ kind: "abort", cause: "enough", operation: "documents.listByCompany" });
  expect(ids).toEqual(["0", "1", "2"]);
});

test("an abort ends an iteration over pages at once", async () => {
  const { list } = serve();
  const abort = new AbortController();
  const pages: number[] = [];
  const error = await catchError(
    (async () => {
      for await (const { currentPage } of list({ signal: abort.signal }).pages()) {
        pages.push(currentPage);
        abort.abort();
      }
    })(),
  );
  expect(error).toMatchObject({ kind: "abort" });
  expect(pages).toEqual([1]);
});

test("iterations leave no listener on a long-lived signal, regardless of how they end", async () => {
  const { signal } = new AbortController();
  const { model, list } = serve(100, (_, page) => ({ hops: page % 3, ...(page === 9 && { failure: 403 }) }));
  await catchError(collect(list({ signal })));
  for await (const _ of list({ signal })) break;
  await list({ signal }).first();
  while (model.inFlight > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("the deadline of a list applies to all its pages together", async () => {
  // Two thousand pages of twenty milliseconds each, far below a deadline per page.
  const nectar = connectTo(async (input) => {
    const currentPage = readPageNumber(input);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const id = String(currentPage);
    return Response.json({ totalDocuments: 2000, totalPages: 2000, currentPage, hasNext: true, documents: [{ id }] });
  });
  const hurried = nectar.with({ deadline: 400 });
  for (const list of [
    nectar.documents.listByCompany("c", {}, { deadline: 400 }),
    hurried.documents.listByCompany("c"),
    hurried.raw.paginate("/document/company/{company_id}", { params: { path: { company_id: "c" } } }),
  ]) {
    const error = await catchError(collect(list));
    expect(error).toMatchObject({ kind: "timeout", operation: "documents.listByCompany" });
    expect(String(error)).toContain("deadline");
  }
});

test("nothing is sent after the deadline has passed", async () => {
  const { model, list } = serve();
  const items = list({ deadline: 5_000, concurrency: 1 })[Symbol.asyncIterator]();
  for (let item = 0; item < 10; item += 1) await items.next();
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 6_000);
  expect(await catchError(items.next())).toMatchObject({ kind: "timeout" });
  expect(model.requested).toEqual([1]);
});

test("each page has its own retries", async () => {
  const { list } = serve(50, (request) => (request % 2 === 0 ? { failure: 503 } : {}));
  expect(await collect(list({ concurrency: 1, maxRetries: 1 }))).toHaveLength(50);
});

test("an error of a page has its attempts", async () => {
  const { list } = serve(50, (_, page) => (page === 3 ? { failure: 503 } : {}));
  const error = await catchError(collect(list({ maxRetries: 1 })));
  expect(isNectarError(error) && error.attempts).toEqual([
    { status: 503, waited: 0 },
    { status: 503, waited: 0 },
  ]);
});

test("raw paths page like resources, with the types of the path and through middleware", async () => {
  const { model, nectar } = serve(25);
  const seen: string[] = [];
  nectar.raw.use({
    onRequest: ({ request }) => {
      seen.push(new URL(request.url).search);
    },
  });
  const paginator = nectar.raw.paginate("/document/company/{company_id}", {
    params: { path: { company_id: "c" }, query: { isDeleted: true } },
    concurrency: 1,
  });
  const ids: string[] = [];
  for await (const document of paginator) ids.push(document.id);
  expect(ids).toHaveLength(25);
  expect(seen).toEqual(["?isDeleted=true&page=1", "?isDeleted=true&page=2", "?isDeleted=true&page=3"]);
  expect(await paginator.page(2)).toMatchObject({ currentPage: 2 });
  expect(model.requested).toEqual([1, 2, 3, 2]);
});
