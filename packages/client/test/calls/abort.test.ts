import { getEventListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { NectarClientOptions } from "../../src/index.ts";
import { type Handler, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo, KEY } from "../support/test-client.ts";

const reason = new Error("the user went home");

/** A server that never ends its response, and records when the client disconnects. */
function endless(begin: Handler) {
  let noteClose = (): void => {};
  const closed = new Promise<void>((resolve) => {
    noteClose = resolve;
  });
  const handler: Handler = (request, response) => {
    response.on("close", noteClose);
    return begin(request, response);
  };
  return { handler, closed };
}

describe("an abort", () => {
  test("an abort before the call sends nothing", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    let isKeyAsked = false;
    const apiKey = (): string => {
      isKeyAsked = true;
      return KEY;
    };
    const call = connect(server.url, { apiKey }).companies.list({ signal: AbortSignal.abort(reason) });
    expect(await catchError(call)).toMatchObject({
      kind: "abort",
      cause: reason,
      attempts: [],
      operation: "companies.list",
    });
    expect([isKeyAsked, server.requests]).toEqual([false, []]);
  });

  test("an abort in the queue ends the call, and the next call takes its place", async () => {
    const controller = new AbortController();
    const waiting = endless(() => {});
    const server = await startServer((request, response) =>
      server.requests.length === 1 ? waiting.handler(request, response) : sendJson(response, []),
    );
    const nectar = connect(server.url, { maxConcurrency: 1 });
    const holder = new AbortController();
    const holding = catchError(nectar.companies.list({ signal: holder.signal }));
    const aborted = catchError(nectar.companies.list({ signal: controller.signal }));
    const next = nectar.companies.list();
    controller.abort(reason);
    expect(await aborted).toMatchObject({ kind: "abort", cause: reason, attempts: [] });
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    while (server.requests.length === 0) await pause(1);
    holder.abort();
    await holding;
    expect(await next).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  test("an abort while the key is fetched ends the call, and a late key is not sent", async () => {
    const controller = new AbortController();
    const server = await startServer((_request, response) => sendJson(response, []));
    let giveKey = (_key: string): void => {};
    const apiKey = (): Promise<string> => {
      queueMicrotask(() => controller.abort(reason));
      return new Promise((resolve) => {
        giveKey = resolve;
      });
    };
    const call = connect(server.url, { apiKey }).companies.list({ signal: controller.signal });
    expect(await catchError(call)).toMatchObject({ kind: "abort", cause: reason, attempts: [] });
    giveKey(KEY);
    await pause(1);
    expect(server.requests).toEqual([]);
  });

  test("an abort while the server is busy ends the call and the connection", async () => {
    const controller = new AbortController();
    const { handler, closed } = endless(() => controller.abort(reason));
    const server = await startServer(handler);
    const call = connect(server.url).companies.list({ signal: controller.signal });
    expect(await catchError(call)).toMatchObject({
      kind: "abort",
      cause: reason,
      attempts: [{ status: undefined, waited: 0 }],
    });
    await closed;
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test.each([
    ["of a resource", 200, "json"],
    ["that is an error", 404, "json"],
    ["read as a blob", 200, "blob"],
  ] as const)(
    "an abort while a response %s is read ends the call and the connection",
    async (_what, status, parseAs) => {
      const controller = new AbortController();
      const { handler, closed } = endless((_request, response) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.write('{"detail":');
      });
      const server = await startServer(handler);
      const hooks = { onResponse: () => void setImmediate(() => controller.abort(reason)) };
      const nectar = connect(server.url, { hooks });
      const { signal } = controller;
      const call =
        parseAs === "json" ? nectar.companies.list({ signal }) : nectar.raw.GET("/company", { signal, parseAs });
      expect(await catchError(call)).toMatchObject({ kind: "abort", cause: reason, attempts: [{ status, waited: 0 }] });
      await closed;
      expect(getEventListeners(signal, "abort")).toEqual([]);
    },
  );

  test("an abort while the stream of a raw call is read ends the stream and the connection", async () => {
    const controller = new AbortController();
    const { handler, closed } = endless((_request, response) => response.writeHead(200).write("first"));
    const server = await startServer(handler);
    const { signal } = controller;
    const { data } = await connect(server.url).raw.GET("/company", { signal, parseAs: "stream" });
    const reader = data?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    const rest = catchError(reader?.read() ?? Promise.resolve());
    controller.abort(reason);
    expect(await rest).toBe(reason);
    await closed;
  });

  test("an abort while the call waits for a retry ends it at once", async () => {
    const controller = new AbortController();
    const server = await startServer((_request, response) => sendJson(response, {}, 503, { "retry-after": "3600" }));
    const hooks = { onRetry: () => void setTimeout(() => controller.abort(reason), 20) };
    const call = connect(server.url, { hooks, deadline: 7_200_000 }).companies.list({ signal: controller.signal });
    expect(await catchError(call)).toMatchObject({
      kind: "abort",
      cause: reason,
      attempts: [{ status: 503, waited: 0 }],
      message: "companies.list: aborted by the caller",
    });
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("an abort ends a call whose fetch ignores the signal", async () => {
    const controller = new AbortController();
    const call = connectTo(() => new Promise(() => {})).companies.list({ signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    expect(await catchError(call)).toMatchObject({ kind: "abort", cause: reason });
  });

  test("an abort of one call does not affect others", async () => {
    const controller = new AbortController();
    const server = await startServer(async (_request, response) => {
      while (server.requests.length < 2) await pause(1);
      controller.abort();
      await pause(5);
      sendJson(response, []);
    });
    const nectar = connect(server.url);
    const aborted = catchError(nectar.companies.list({ signal: controller.signal }));
    expect(await nectar.companies.list()).toEqual([]);
    expect(await aborted).toMatchObject({ kind: "abort" });
  });

  test("an abort after the response changes nothing", async () => {
    const controller = new AbortController();
    const server = await startServer((_request, response) => sendJson(response, []));
    const data = await connect(server.url).companies.list({ signal: controller.signal });
    controller.abort();
    expect(data).toEqual([]);
  });
});

describe("10,000 calls on one signal", () => {
  const replies: Record<string, () => Response | Promise<Response>> = {
    "that succeed": () => Response.json([]),
    "that the API refuses": () => Response.json({ detail: "no" }, { status: 403 }),
    "that lose the connection": () => Promise.reject(new Error("offline")),
    "that are retried": () => Response.json({}, { status: 503, headers: { "retry-after": "0" } }),
  };

  test.each(Object.entries(replies))(
    "calls %s leave no listener and cause no warning",
    { timeout: 120_000 },
    async (_what, reply) => {
      const { signal } = new AbortController();
      const warnings: Error[] = [];
      const note = (warning: Error): void => void warnings.push(warning);
      process.on("warning", note);
      const options: NectarClientOptions = { maxRetries: reply === replies["that are retried"] ? 1 : 0 };
      const nectar = connectTo(async () => reply(), options);
      for (let round = 0; round < 100; round += 1) {
        const calls = Array.from({ length: 100 }, () => nectar.companies.list({ signal }).catch(() => {}));
        expect(getEventListeners(signal, "abort").length).toBeLessThanOrEqual(1);
        await Promise.all(calls);
        expect(getEventListeners(signal, "abort")).toEqual([]);
      }
      process.off("warning", note);
      expect(warnings).toEqual([]);
    },
  );
});

describe("an unread response", () => {
  const body = "x".repeat(200_000);

  test.each([
    ["before another attempt", 503],
    ["of a redirect", 302],
    ["without a use for it", 200],
  ])("an unread response is cancelled, so that the server is free: %s", async (_what, status) => {
    const { handler, closed } = endless((_request, response) => {
      response.writeHead(status, { location: "/elsewhere", "retry-after": "0", "content-type": "text/plain" });
      response.write(body);
    });
    const server = await startServer((request, response) =>
      server.requests.length === 1 ? handler(request, response) : response.writeHead(204).end(),
    );
    const outcome = await Promise.resolve(connect(server.url).sites.delete("s1")).catch((error: unknown) => error);
    if (status === 302) expect(outcome).toMatchObject({ kind: "connection" });
    else expect(outcome).toBeUndefined();
    await closed;
  });

  test("an error response is read up to 64 kB and then cancelled", async () => {
    const { handler, closed } = endless((_request, response) => {
      response.writeHead(404, { "content-type": "text/plain" });
      const more = (): void => {
        if (!response.destroyed) response.write(body, () => setImmediate(more));
      };
      more();
    });
    const server = await startServer(handler);
    const error = await catchError(connect(server.url).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 404, body: "x".repeat(64 * 1024) });
    await closed;
  });
});
