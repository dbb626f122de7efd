import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { AttemptEvent, CallHooks } from "../../src/index.ts";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, KEY } from "../support/test-client.ts";

/** Hooks that record what they see. */
function noting(seen: object[]): Required<CallHooks> {
  const note =
    (hook: string) =>
    (event: AttemptEvent): void => {
      seen.push({ hook, ...event });
    };
  return { onRequest: note("onRequest"), onResponse: note("onResponse"), onRetry: note("onRetry") };
}

const forever = (): Promise<never> => new Promise(() => {});

describe("hooks", () => {
  test("hooks see each attempt with operation, version, number and deadline, and each wait", async () => {
    const statuses = [503, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, { id: "d1" }, statuses.shift(), { "retry-after": "0", "x-served-by": "a" }),
    );
    const seen: object[] = [];
    await connect(server.url, { hooks: noting(seen) }).documents.retrieve("d1", { deadline: 60_000 });

    const call = {
      operation: "documents.retrieve",
      apiVersion: "v0.3",
      method: "GET",
      path: "/document/{document_id}",
      deadline: expect.any(Number),
    };
    expect(seen).toEqual([
      { hook: "onRequest", ...call, attempt: 1, headers: expect.any(Headers) },
      { hook: "onResponse", ...call, attempt: 1, status: 503, headers: expect.any(Headers) },
      { hook: "onRetry", ...call, attempt: 1, status: 503, wait: 0 },
      { hook: "onRequest", ...call, attempt: 2, headers: expect.any(Headers) },
      { hook: "onResponse", ...call, attempt: 2, status: 200, headers: expect.any(Headers) },
    ]);
    expect(new Headers(Object(seen[1]).headers).get("x-served-by")).toBe("a");
    const lefts = seen.map((event) => Number(Object(event).deadline));
    expect(lefts.every((left) => left > 0 && left <= 60_000)).toBe(true);
    expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
  });

  test("hooks see Infinity without a deadline, and method and path of an unknown path", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const seen: object[] = [];
    const get: unknown = Reflect.get(connect(server.url, { hooks: noting(seen) }).raw, "GET");
    if (typeof get !== "function") throw new Error("no GET");
    await get("/later");
    expect(seen[0]).toMatchObject({
      operation: "GET /later",
      apiVersion: "v0.3",
      path: "/later",
      deadline: Number.POSITIVE_INFINITY,
    });
  });

  test("hooks may add headers to the request", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    const hooks: CallHooks = { onRequest: ({ headers, attempt }) => headers.set("x-trace", `trace-${attempt}`) };
    await connect(server.url, { hooks }).companies.list();
    expect(server.requests[0]?.headers["x-trace"]).toBe("trace-1");
  });

  test("hooks never see the key, neither in stored headers nor in repetitions by the server", async () => {
    const server = await startServer(({ headers }, response) =>
      sendJson(response, {}, 503, { "retry-after": "0", "x-echo": String(headers["x-api-key"]) }),
    );
    const seen: object[] = [];
    await catchError(connect(server.url, { hooks: noting(seen), maxRetries: 1 }).companies.list());
    expect(seen).toHaveLength(5);
    expect(inspect(seen, { depth: 10 })).not.toContain(KEY);
  });

  test.each(["onRequest", "onResponse", "onRetry"] as const)(
    "a hook that fails also fails the call with its error: %s",
    async (name) => {
      const server = await startServer((_request, response) => sendJson(response, [], 503, { "retry-after": "0" }));
      const error = new Error("mine");
      const hooks: CallHooks = { [name]: () => Promise.reject(error) };
      expect(await catchError(connect(server.url, { hooks }).companies.list())).toBe(error);
      expect(server.requests).toHaveLength(name === "onRequest" ? 0 : 1);
    },
  );

  test.each(["onRequest", "onResponse", "onRetry"] as const)(
    "a hanging hook does not delay the deadline: %s",
    async (name) => {
      const server = await startServer((_request, response) => sendJson(response, [], 503, { "retry-after": "0" }));
      const nectar = connect(server.url, { hooks: { [name]: forever } });
      const error = await catchError(nectar.companies.list({ deadline: 50 }));
      expect(error).toMatchObject({
        kind: "timeout",
        message: expect.stringContaining("no response after 50 ms, the `deadline` of the call"),
      });
    },
  );

  test.each(["onRequest", "onResponse", "onRetry"] as const)(
    "a hanging hook does not delay an abort: %s",
    async (name) => {
      const server = await startServer((_request, response) => sendJson(response, [], 503, { "retry-after": "0" }));
      const controller = new AbortController();
      const hang = (): Promise<never> => {
        queueMicrotask(() => controller.abort());
        return forever();
      };
      const call = connect(server.url, { hooks: { [name]: hang } }).companies.list({ signal: controller.signal });
      expect(await catchError(call)).toMatchObject({ kind: "abort" });
    },
  );

  test("a hook that hangs before sending ends with the timeout, without a retry", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    let count = 0;
    const onRequest = (): Promise<never> => {
      count += 1;
      return forever();
    };
    const error = await catchError(connect(server.url, { hooks: { onRequest }, timeout: 20 }).companies.list());
    expect(error).toMatchObject({ kind: "timeout", attempts: [] });
    expect([count, server.requests.length]).toEqual([1, 0]);
  });

  test("hooks see no retry after an abort", async () => {
    const server = await startServer((_request, response) => sendJson(response, [], 503, { "retry-after": "0" }));
    const controller = new AbortController();
    const seen: object[] = [];
    const nectar = connect(server.url, { hooks: noting(seen), maxRetries: 5 });
    // Between the response and the decision about a retry.
    nectar.raw.use({ onResponse: () => controller.abort() });
    expect(await catchError(nectar.companies.list({ signal: controller.signal }))).toMatchObject({ kind: "abort" });
    expect(seen.map((event) => Object(event).hook)).toEqual(["onRequest", "onResponse"]);
    expect(server.requests).toHaveLength(1);
  });
});
