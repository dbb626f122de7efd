import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

/** Waits until all pending microtasks have run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A `fetch` whose responses the test triggers. */
function byHand() {
  const open: (() => void)[] = [];
  const counts = { started: 0, running: 0, most: 0 };
  const fetch = (): Promise<Response> => {
    counts.started += 1;
    counts.running += 1;
    counts.most = Math.max(counts.most, counts.running);
    return new Promise((resolve) => {
      open.push(() => {
        counts.running -= 1;
        resolve(Response.json([]));
      });
    });
  };
  return { fetch, counts, reply: () => open.shift()?.(), open };
}

describe("maxConcurrency", () => {
  test("maxConcurrency is never exceeded by a client, its copies and raw calls, and all calls complete", async () => {
    let running = 0;
    let most = 0;
    const server = await startServer(async (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      // The first requests stay until the limit is reached; later ones stay a moment, in which more could arrive.
      while (server.requests.length < 3) await settle();
      await pause(2);
      running -= 1;
      sendJson(response, []);
    });
    const nectar = connect(server.url, { maxConcurrency: 3 });
    const copy = nectar.with({ timeout: 10_000 }).with({ headers: { "x-copy": "1" } });
    const calls = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0 ? nectar.companies.list() : index % 3 === 1 ? copy.companies.list() : copy.raw.GET("/company"),
    );
    await Promise.all(calls);
    expect([most, server.requests.length]).toEqual([3, 60]);
  });

  test("maxConcurrency is 10 by default, and the next request starts as soon as one ends", async () => {
    const { fetch, counts, reply } = byHand();
    const nectar = connectTo(fetch);
    const calls = Array.from({ length: 25 }, () => nectar.companies.list());
    await settle();
    expect(counts).toMatchObject({ started: 10, running: 10 });
    reply();
    await settle();
    expect(counts).toMatchObject({ started: 11, running: 10 });
    for (let index = 0; index < 24; index += 1) {
      reply();
      await settle();
    }
    await Promise.all(calls);
    expect(counts).toEqual({ started: 25, running: 0, most: 10 });
  });

  test("a copy may have its own maxConcurrency", async () => {
    const { fetch, counts } = byHand();
    const nectar = connectTo(fetch, { maxConcurrency: 1 });
    const copy = nectar.with({ maxConcurrency: 2 });
    for (let index = 0; index < 3; index += 1) {
      void nectar.companies.list();
      void copy.companies.list();
    }
    await settle();
    expect(counts.running).toBe(3);
  });

  test("a call occupies its place until its response has been read", async () => {
    let finish = (): void => {};
    const server = await startServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("[");
      finish = () => response.end("]");
    });
    const nectar = connect(server.url, { maxConcurrency: 1 });
    const first = nectar.companies.list();
    const second = nectar.companies.list();
    while (server.requests.length === 0) await settle();
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(server.requests).toHaveLength(1);
    finish();
    await first;
    while (server.requests.length === 1) await settle();
    finish();
    await second;
  });

  test("a call that waits for a retry leaves its place to others", async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, {}, server.requests.length === 1 ? 503 : 200, { "retry-after": "3600" }),
    );
    const controller = new AbortController();
    const nectar = connect(server.url, { maxConcurrency: 1 });
    const waiting = new Promise<void>((resolve) => {
      void catchError(
        nectar
          .with({ hooks: { onRetry: () => resolve() } })
          .companies.list({ signal: controller.signal, deadline: 7_200_000 }),
      );
    });
    await waiting;
    expect(await nectar.documents.retrieve("d1")).toEqual({});
    controller.abort();
  });

  test("aborted calls lose no place, in any order of events", async () => {
    const limit = 2;
    for (let turns = 0; turns < 120; turns += 1) {
      const { fetch, open } = byHand();
      const nectar = connectTo(fetch, { maxConcurrency: limit });
      const controller = new AbortController();
      const calls = Array.from({ length: 6 }, (_, index) =>
        catchError(nectar.companies.list(index < limit ? {} : { signal: controller.signal })).catch(() => {}),
      );
      // The abort falls between any two steps after a response.
      await settle();
      open.shift()?.();
      for (let turn = 0; turn < turns; turn += 1) await undefined;
      controller.abort();
      while (open.length > 0) {
        open.shift()?.();
        await settle();
      }
      await Promise.all(calls);

      const after = byHand();
      const probe = nectar.with({ fetch: after.fetch });
      const probes = Array.from({ length: limit + 1 }, () => probe.companies.list());
      await settle();
      expect([turns, after.counts.running]).toEqual([turns, limit]);
      while (after.open.length > 0) {
        after.reply();
        await settle();
      }
      await Promise.all(probes);
    }
  });
});

describe("a call that waits for a place", () => {
  test("a queued call ends with the deadline without being sent", async () => {
    const { fetch, counts } = byHand();
    const nectar = connectTo(fetch, { maxConcurrency: 1 });
    void nectar.companies.list();
    const error = await catchError(nectar.companies.list({ deadline: 20 }));
    expect(error).toMatchObject({
      kind: "timeout",
      attempts: [],
      message: expect.stringMatching(/^companies.list: no response after \d+ ms, the `deadline` of the call/),
    });
    expect(counts.started).toBe(1);
  });

  test("the timeout of a queued call begins when it is sent", async () => {
    const { fetch, reply } = byHand();
    const nectar = connectTo(fetch, { maxConcurrency: 1 });
    const first = nectar.companies.list();
    const second = nectar.companies.list({ timeout: 200 });
    await pause(300);
    reply();
    await first;
    await settle();
    reply();
    expect(await second).toEqual([]);
  });
});
