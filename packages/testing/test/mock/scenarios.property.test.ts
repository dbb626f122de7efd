import { v0_3 } from "@nectar-sdk/api-v0.3";
import { isArray, isObject } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScenarios, type MockServer, type Prism, startMockServer, startPrism } from "../../src/index.ts";
import { DOCUMENTS, send } from "../support/send.ts";

const { pagedList, flaky, reply } = createScenarios(v0_3);

let prism: Prism;
let mock: MockServer<"v0.3">;
beforeAll(async () => {
  prism = await startPrism(v0_3);
  mock = await startMockServer(v0_3, { prism });
});
afterAll(async () => {
  await mock.close();
  await prism.close();
});

interface Page {
  readonly status: number;
  readonly envelope: unknown;
  /** The numbers at the end of the ids. */
  readonly items: readonly number[];
}

async function read(page: number): Promise<Page> {
  const { status, json } = await send(mock, `${DOCUMENTS}?page=${page}`);
  const { documents, ...envelope } = isObject(json) ? json : {};
  const items = isArray(documents) ? documents : [];
  return { status, envelope, items: items.map((item) => Number(String(isObject(item) && item["id"]).slice(-12))) };
}

/** A list and the pages to request, up to two past the end. */
const lists = fc
  .record({ items: fc.nat(30), pageSize: fc.integer({ min: 1, max: 12 }), clamp: fc.boolean() })
  .chain((list) => {
    const pages = Math.max(1, Math.ceil(list.items / list.pageSize));
    const page = fc.integer({ min: 1, max: pages });
    return fc.record({
      list: fc.constant(list),
      pages: fc.constant(pages),
      failOnPage: fc.option(
        fc.record({ page, status: fc.constantFrom(429, 500, 503), times: fc.integer({ min: 1, max: 3 }) }),
        {
          nil: undefined,
        },
      ),
      shiftAfterPage: list.items === 0 ? fc.constant(undefined) : fc.option(page, { nil: undefined }),
      asked: fc.array(fc.integer({ min: 1, max: pages + 2 }), { maxLength: 8 }),
    });
  });

interface Drawn {
  readonly list: { readonly pageSize: number; readonly clamp: boolean };
  readonly failOnPage: { readonly page: number; readonly status: number; readonly times: number } | undefined;
}

/** A simple model of a list. */
class Model {
  #items: number[];
  #failures: number;
  #shift: number | undefined;
  readonly #drawn: Drawn;

  constructor(items: number, shift: number | undefined, drawn: Drawn) {
    this.#items = Array.from({ length: items }, (_, index) => index + 1);
    this.#failures = drawn.failOnPage?.times ?? 0;
    this.#shift = shift;
    this.#drawn = drawn;
  }

  read(asked: number): Page {
    const { list, failOnPage } = this.#drawn;
    if (failOnPage !== undefined && failOnPage.page === asked && this.#failures > 0) {
      this.#failures -= 1;
      return {
        status: failOnPage.status,
        envelope: expect.objectContaining({ detail: expect.any(String) }),
        items: [],
      };
    }
    const chunks: number[][] = [];
    for (const item of this.#items) {
      const last = chunks.at(-1);
      if (last === undefined || last.length === list.pageSize) chunks.push([item]);
      else last.push(item);
    }
    const totalPages = chunks.length === 0 ? 1 : chunks.length;
    const currentPage = list.clamp && asked > totalPages ? totalPages : asked;
    const page = {
      status: 200,
      envelope: {
        totalDocuments: this.#items.length,
        perPage: list.pageSize,
        totalPages,
        currentPage,
        hasNext: currentPage < totalPages,
        hasPrevious: currentPage !== 1,
      },
      items: chunks[currentPage - 1] ?? [],
    };
    if (currentPage === this.#shift) {
      this.#items = [this.#items.length + 1, ...this.#items];
      this.#shift = undefined;
    }
    return page;
  }
}

test("a paged list returns the same pages as a list in chunks", async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ list, failOnPage, shiftAfterPage, asked }) => {
      mock.reset();
      mock.use(pagedList("documents.listByCompany", { ...list, failOnPage, shiftAfterPage }));
      const model = new Model(list.items, shiftAfterPage, { list, failOnPage });
      for (const page of asked) expect(await read(page)).toEqual(model.read(page));
    }),
    { numRuns: 80 },
  );
});

test("reading page by page with retries returns every item, once and in order when nothing moves", async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ list, failOnPage, shiftAfterPage }) => {
      mock.reset();
      const handle = mock.use(pagedList("documents.listByCompany", { ...list, failOnPage, shiftAfterPage }));
      const items: number[] = [];
      for (let page = 1, hasNext = true; hasNext; ) {
        const got = await read(page);
        if (got.status !== 200) continue;
        items.push(...got.items);
        page += 1;
        hasNext = isObject(got.envelope) && got.envelope["hasNext"] === true;
      }
      const all = Array.from({ length: list.items }, (_, index) => index + 1);
      if (shiftAfterPage === undefined) expect(items).toEqual(all);
      // An item that moves to the next page appears twice: keeping the first of each misses only the new item.
      else expect([...new Set(items)]).toEqual(all);
      expect(handle.handled).toBe(mock.requests.length);
    }),
    { numRuns: 40 },
  );
});

test("several scenarios respond like a stack from its top", async () => {
  const layer = fc.record({ status: fc.constantFrom(404, 500, 503), times: fc.integer({ min: 1, max: 3 }) });
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant("ask" as const) },
    layer.map((added) => ({ added })),
    fc.nat(3).map((removed) => ({ removed })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      mock.reset();
      const made: { status: number; times: number; left: number; removed: boolean }[] = [];
      const handles: ReturnType<typeof mock.use>[] = [];
      for (const what of steps) {
        if (what === "ask") {
          const top = made.findLast(({ left, removed }) => left > 0 && !removed);
          expect((await send(mock, "/ping")).status).toBe(top?.status ?? 200);
          if (top !== undefined) top.left -= 1;
        } else if ("added" in what) {
          const { status, times } = what.added;
          made.push({ status, times, left: times, removed: false });
          const scenario =
            status === 404 ? reply("ping.retrieve", 404, { detail: "gone" }, { times }) : flaky({ status, times });
          handles.push(mock.use(scenario));
        } else {
          const taken = made[what.removed];
          if (taken !== undefined) taken.removed = true;
          handles[what.removed]?.remove();
        }
        expect(handles.map(({ handled, done }) => ({ handled, done }))).toEqual(
          made.map(({ times, left }) => ({ handled: times - left, done: left === 0 })),
        );
      }
    }),
    { numRuns: 60 },
  );
});
