import { describe, expect, test } from "vitest";
import {
  type Middleware,
  NectarApiError,
  type NectarClientOptions,
  NectarConfigError,
  NectarTimeoutError,
  NectarValidationError,
} from "../../src/index.ts";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

/** Errors of every kind that user code may throw. */
const ERRORS: readonly [string, () => unknown][] = [
  ["an Error", () => new Error("mine")],
  ["a TypeError, as a lost connection is", () => new TypeError("fetch failed", { cause: new Error("ECONNRESET") })],
  ["a validation error of this package", () => new NectarValidationError("mine")],
  ["a configuration error of this package", () => new NectarConfigError("mine", { attempts: [] })],
  ["a timeout of this package", () => new NectarTimeoutError({ pending: "mine", milliseconds: 1, state: undefined })],
  ["a frozen error", () => Object.freeze(new NectarValidationError("mine"))],
  ["an abort", () => new DOMException("mine", "AbortError")],
  ["a text", () => "mine"],
];

/** Places where user code throws, and how many requests precede the error. */
const PLACES: readonly [string, number, (fail: () => never) => NectarClientOptions & { middleware?: Middleware }][] = [
  ["the key function", 0, (fail) => ({ apiKey: fail })],
  ["an asynchronous key function", 0, (fail) => ({ apiKey: async () => fail() })],
  ["the hook onRequest", 0, (fail) => ({ hooks: { onRequest: fail } })],
  ["the hook onResponse", 1, (fail) => ({ hooks: { onResponse: async () => fail() } })],
  ["the hook onRetry", 1, (fail) => ({ hooks: { onRetry: fail } })],
  ["middleware before the request", 0, (fail) => ({ middleware: { onRequest: fail } })],
  ["middleware after the response", 1, (fail) => ({ middleware: { onResponse: async () => fail() } })],
];

/** Everything that an error reveals. */
const describeError = (error: unknown): unknown => {
  if (typeof error !== "object" || error === null) return error;
  return Reflect.ownKeys(error).map((name) => [name, Reflect.get(error, name)]);
};

describe.each(PLACES)("an error that %s throws", (_place, requests, place) => {
  test.each(ERRORS)(
    "an error of user code reaches the caller as the same object, unchanged and without a retry: %s",
    async (_kind, make) => {
      const server = await startServer((_request, response) => sendJson(response, {}, 503, { "retry-after": "0" }));
      const error = make();
      const before = describeError(error);
      const { middleware, ...options } = place(() => {
        throw error;
      });
      const nectar = connect(server.url, options);
      if (middleware) nectar.raw.use(middleware);

      const call = nectar.documents.retrieve("d1");
      expect(await catchError(call)).toBe(error);
      expect(await catchError(call.withResponse())).toBe(error);
      expect(describeError(error)).toEqual(before);
      expect(server.requests).toHaveLength(requests);
    },
  );
});

describe("middleware that replaces the error of a lost connection", () => {
  test.each(ERRORS.filter(([, make]) => make() instanceof Error))(
    "an error from onError ends the call: %s",
    async (_kind, make) => {
      const error = make();
      if (!(error instanceof Error)) throw new Error("no error");
      const before = describeError(error);
      let count = 0;
      const fetch = (): Promise<never> => {
        count += 1;
        return Promise.reject(new TypeError("fetch failed"));
      };
      const { raw, documents } = connectTo(fetch);
      raw.use({ onError: () => error });

      expect(await catchError(documents.retrieve("d1"))).toBe(error);
      expect(await catchError(raw.GET("/company"))).toBe(error);
      expect(describeError(error)).toEqual(before);
      expect(count).toBe(2);
    },
  );

  test("onError may throw the error, and the last one in a chain wins", async () => {
    const error = new NectarValidationError("mine");
    const { raw } = connectTo(() => Promise.reject(new Error("offline")));
    raw.use({
      onError: () => {
        throw error;
      },
    });
    raw.use({ onError: () => new Error("from the inner one") });
    expect(await catchError(raw.GET("/company"))).toBe(error);
  });

  test("onError changes nothing if it returns nothing or the same error", async () => {
    let count = 0;
    const { raw } = connectTo(
      () => {
        count += 1;
        return Promise.reject(new Error("offline"));
      },
      { maxRetries: 1 },
    );
    raw.use({ onError: () => {} }, { onError: ({ error }) => (error instanceof Error ? error : undefined) });
    expect(await catchError(raw.GET("/company"))).toMatchObject({ kind: "connection", cause: { message: "offline" } });
    expect(count).toBe(2);
  });
});

test("an error of middleware does not replace the error of a timeout or an abort", async () => {
  const controller = new AbortController();
  const nectar = connectTo(
    (_input, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  nectar.raw.use({
    onError: () => {
      throw new Error("mine");
    },
  });

  expect(await catchError(nectar.documents.retrieve("d", { timeout: 20 }))).toMatchObject({ kind: "timeout" });
  setImmediate(() => controller.abort());
  expect(await catchError(nectar.documents.retrieve("d", { signal: controller.signal }))).toMatchObject({
    kind: "abort",
  });
});

test("an error of another call that middleware throws is not changed", async () => {
  const token = connectTo(async () => Response.json({ detail: "no token" }, { status: 401 }));
  let inner: unknown;
  let stack = "";
  const nectar = connectTo(async () => Response.json([]));
  nectar.raw.use({
    onRequest: async () => {
      inner = await catchError(token.companies.list());
      stack = String(Object(inner).stack);
      throw inner;
    },
  });
  const call = nectar.companies.list();
  const error = await catchError(call);
  expect(error).toBe(inner);
  expect(await catchError(call.withResponse())).toBe(inner);
  expect(error).toBeInstanceOf(NectarApiError);
  expect(Object(error).stack).toBe(stack);
});

test("an error of this package that the caller's fetch throws is not changed", async () => {
  const error = Object.freeze(new NectarConfigError("mine"));
  const { stack } = error;
  const call = connectTo(() => Promise.reject(error)).companies.list();
  expect(await catchError(call.withResponse())).toBe(error);
  expect(await catchError(call)).toBe(error);
  expect(error.stack).toBe(stack);
});
