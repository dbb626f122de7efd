import { describe, expect, test } from "vitest";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

type Nectar = ReturnType<typeof connect>;

/** Every way in which a call can fail. */
const FAILURES: readonly [kind: string, fail: () => Promise<(nectar?: Nectar) => PromiseLike<unknown>>][] = [
  [
    "api",
    async () => {
      const server = await startServer((_request, response) => sendJson(response, {}, 404));
      return () => connect(server.url).documents.retrieve("d1");
    },
  ],
  [
    "connection",
    async () => {
      const server = await startServer((_request, response) => response.destroy());
      return () => connect(server.url, { maxRetries: 0 }).documents.retrieve("d1");
    },
  ],
  [
    "connection",
    async () => {
      const server = await startServer((_request, response) => response.writeHead(302, { location: "/" }).end());
      return () => connect(server.url).documents.retrieve("d1");
    },
  ],
  [
    "timeout",
    async () => {
      const server = await startServer(() => {});
      return () => connect(server.url, { deadline: 20 }).documents.retrieve("d1");
    },
  ],
  [
    "abort",
    async () => () => {
      const controller = new AbortController();
      setImmediate(() => controller.abort());
      return connectTo(() => new Promise(() => {})).documents.retrieve("d1", { signal: controller.signal });
    },
  ],
  [
    "unexpected-content",
    async () => {
      const server = await startServer((_request, response) => response.end("<html>"));
      return () => connect(server.url).documents.retrieve("d1");
    },
  ],
  [
    "validation",
    async () => {
      // The same in the queue, where the caller is no longer on the stack.
      const nectar = connectTo(async () => Response.json([]), { maxConcurrency: 1 });
      return () => {
        void nectar.companies.list();
        return nectar.documents.retrieve("..");
      };
    },
  ],
  [
    "config",
    async () => () =>
      connectTo(async () => Response.json([]), { apiKey: async () => "two words" }).documents.retrieve("d1"),
  ],
];

test.each(FAILURES)("the stack of an error names the function that awaits the call: %s", async (kind, prepare) => {
  const fail = await prepare();
  // Started elsewhere, so that only the await leads to the function.
  const start = (): Promise<PromiseLike<unknown>[]> => new Promise((resolve) => setImmediate(() => resolve([fail()])));
  async function functionThatAwaits(): Promise<unknown> {
    const [call] = await start();
    return await call;
  }
  const error = await catchError(functionThatAwaits());
  expect(error).toMatchObject({ kind });
  const stack = String(Object(error).stack);
  expect(stack).toContain("functionThatAwaits");
  expect(stack).toContain("call-site.test.ts");
  expect(stack.startsWith(`${Object(error).name}: documents.retrieve: `) || kind === "config").toBe(true);
});

test("the stack of an error from withResponse names the function that awaits it", async () => {
  const server = await startServer((_request, response) => sendJson(response, {}, 404));
  async function functionThatAwaits(): Promise<unknown> {
    return await connect(server.url).documents.retrieve("d1").withResponse();
  }
  expect(String(Object(await catchError(functionThatAwaits())).stack)).toContain("functionThatAwaits");
});

/** Waits for a job that does not exist, and for one that does not end in time. */
const WAITS: readonly [what: string, wait: (nectar: Nectar) => Promise<unknown>][] = [
  ["awaits jobs.wait", (nectar) => awaitElsewhere(() => nectar.jobs.wait("j", { interval: 1, deadline: 20 }))],
  ["awaits a poller", (nectar) => awaitElsewhere(() => nectar.jobs.poll("j", { interval: 1, deadline: 20 }).result())],
  ["iterates over jobs.wait", (nectar) => iterateElsewhere(() => nectar.jobs.wait("j", { interval: 1, deadline: 20 }))],
  [
    "iterates over a batch",
    (nectar) => iterateElsewhere(() => nectar.jobs.submitMany("c", [], { signal: AbortSignal.abort() })),
  ],
];

/** Starts work where the caller is not on the stack. */
const startElsewhere = <T>(start: () => T): Promise<[T]> =>
  new Promise((resolve) => setImmediate(() => resolve([start()])));

async function awaitElsewhere(start: () => PromiseLike<unknown>): Promise<unknown> {
  const [wait] = await startElsewhere(start);
  return await functionThatAwaits(wait);
}

async function functionThatAwaits(wait: PromiseLike<unknown>): Promise<unknown> {
  return await wait;
}

async function iterateElsewhere(start: () => AsyncIterable<unknown>): Promise<void> {
  const [states] = await startElsewhere(start);
  for await (const state of states) expect(state).toBeDefined();
}

describe.each([
  ["a missing job", () => new Response(null, { status: 404 })],
  ["a job that does not end", () => Response.json({ id: "j", status: "PENDING" })],
])("for %s", (_what, reply) => {
  test.each(WAITS)("the stack of an error names the function that %s", async (_name, wait) => {
    const error = await catchError(wait(connectTo(async () => reply())));

    const stack = String(Object(error).stack);
    expect(stack).toMatch(/functionThatAwaits|iterateElsewhere/);
    expect(stack.startsWith(Object(error).name)).toBe(true);
  });
});

/** Every way to use a list, as a function whose name must be in the stack. */
const USES: readonly [
  name: string,
  use: (list: ReturnType<Nectar["documents"]["listByCompany"]>) => Promise<unknown>,
][] = [
  [
    "functionThatIterates",
    async function functionThatIterates(list) {
      for await (const _ of list);
    },
  ],
  [
    "functionThatIteratesPages",
    async function functionThatIteratesPages(list) {
      for await (const _ of list.pages());
    },
  ],
  [
    "functionThatTakesAll",
    async function functionThatTakesAll(list) {
      await list.toArray();
    },
  ],
  [
    "functionThatTakesTheFirst",
    async function functionThatTakesTheFirst(list) {
      await list.first();
    },
  ],
  [
    "functionThatCounts",
    async function functionThatCounts(list) {
      await list.total();
    },
  ],
];

test.each(USES)("the stack of an error of a list names the function that uses the list: %s", async (name, use) => {
  // The first page is awaited at once; later ones are fetched ahead, without the caller on the stack.
  const fetchesOnePage = ["functionThatTakesTheFirst", "functionThatCounts"].includes(name);
  for (const failingPage of fetchesOnePage ? [1] : [1, 3]) {
    const server = await startServer(({ url }, response) => {
      const currentPage = Number(new URL(url, "http://localhost").searchParams.get("page"));
      if (currentPage === failingPage) return sendJson(response, {}, 404);
      const page = { totalDocuments: 4, perPage: 1, totalPages: 4, currentPage, hasNext: currentPage < 4 };
      return sendJson(response, { ...page, documents: [{ id: String(currentPage) }] });
    });
    const error = await catchError(use(connect(server.url).documents.listByCompany("c")));
    expect(error).toMatchObject({ kind: "api", status: 404 });
    const stack = String(Object(error).stack);
    expect(stack).toContain(name);
    expect(stack).toContain("call-site.test.ts");
  }
});
