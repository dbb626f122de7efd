import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startPagingServer } from "../support/paging/paging-server.ts";
import { catchError, connect } from "../support/test-client.ts";

/** Pages 2, 3 and 4 are in flight while an item of page 1 is processed. */
const AHEAD = [2, 3, 4];

test("leaving a list cancels its pending requests on the server", async () => {
  const server = await startPagingServer(50, (page) => page > 1);
  for await (const _ of connect(server.url).documents.listByCompany("c")) {
    await server.until(() => server.requested.length === 4);
    break;
  }
  await server.until(() => server.cancelled.length === 3);
  expect(server.cancelled.toSorted()).toEqual(AHEAD);
  expect(server.requested.toSorted()).toEqual([1, ...AHEAD]);
});

test("an error in the consumer's loop also cancels pending requests", async () => {
  const server = await startPagingServer(50, (page) => page > 1);
  const error = await catchError(
    (async () => {
      for await (const _ of connect(server.url).documents.listByCompany("c").pages()) {
        await server.until(() => server.requested.length === 4);
        throw new Error("the disk is full");
      }
    })(),
  );
  expect(error).toMatchObject({ message: "the disk is full" });
  await server.until(() => server.cancelled.length === 3);
  expect(server.cancelled.toSorted()).toEqual(AHEAD);
});

test("an abort cancels pending pages and rejects at once", async () => {
  const server = await startPagingServer(50, (page) => page > 1);
  const abort = new AbortController();
  const items = connect(server.url).documents.listByCompany("c", {}, { signal: abort.signal }).toArray();
  await server.until(() => server.requested.length === 5);
  abort.abort(new Error("enough"));
  expect(await catchError(items)).toMatchObject({ kind: "abort", cause: { message: "enough" } });
  await server.until(() => server.cancelled.length === 4);
  expect(server.cancelled.toSorted()).toEqual([...AHEAD, 5]);
});

test("a passed deadline cancels pending pages", async () => {
  const server = await startPagingServer(50, (page) => page > 1);
  const error = await catchError(connect(server.url).documents.listByCompany("c", {}, { deadline: 250 }).toArray());
  expect(error).toMatchObject({ kind: "timeout", operation: "documents.listByCompany" });
  await server.until(() => server.requested.every((page) => page === 1 || server.cancelled.includes(page)));
  expect(server.requested.length).toBeLessThanOrEqual(5);
});

test("a slow consumer gets no pages ahead of its items", async () => {
  const server = await startPagingServer(50);
  const items = connect(server.url).documents.listByCompany("c", {}, { concurrency: 3 })[Symbol.asyncIterator]();
  for (let item = 0; item < 10; item += 1) await items.next();
  await server.until(() => server.requested.length === 3);
  // Time enough for a fourth request.
  await pause(100);
  expect(server.requested).toEqual([1, 2, 3]);
  await items.next();
  await server.until(() => server.requested.length === 4);
  await pause(100);
  expect(server.requested).toEqual([1, 2, 3, 4]);
  await items.return?.();
});

test("lists share the request limit of their client, and each one completes", async () => {
  const server = await startPagingServer(12);
  const nectar = connect(server.url, { maxConcurrency: 3 });
  const lists = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      nectar.documents.listByCompany("c", {}, { concurrency: index + 1 }).toArray(),
    ),
  );
  for (const items of lists)
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, n) => String(n)));
  expect(server.requested).toHaveLength(5 * 12);
});

test("pages that arrive out of order are yielded in order", async () => {
  const server = await startPagingServer(4, (page) => page === 2);
  const items = connect(server.url).documents.listByCompany("c").toArray();
  await server.until(() => server.requested.length === 4);
  await pause(50);
  server.release();
  expect((await items).map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
});
