import { inspect } from "node:util";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import type { CallHooks, Logger, NectarClientOptions } from "../../src/index.ts";
import { startServer } from "../support/loopback-server.ts";
import { connect, connectTo } from "../support/test-client.ts";

type Nectar = ReturnType<typeof connect>;

/** Any key that a client accepts, too long to occur by chance, and not a word of the client itself, such as `toString`. */
const anyKey = fc
  .oneof(
    fc
      .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 8, maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.stringMatching(/^[a-zA-Z0-9_-]{8,40}$/),
    fc.stringMatching(/^[1-9][0-9]{7,14}$/),
  )
  .filter((key) => !/^[a-z_]+$/i.test(key));

/** How a server or a fetch repeats the key. */
const anyEcho = fc.record({
  status: fc.constantFrom(200, 201, 302, 400, 401, 404, 422, 429, 500, 503),
  body: fc.constantFrom("text", "json", "html", "name", "nested", "number", "encoded", "long"),
  contentType: fc.constantFrom("application/json", "text/html", "text/plain; note=KEY"),
  retryAfter: fc.constantFrom("0", "3600", "KEY"),
  statusText: fc.constantFrom("Not Found", "KEY", "no KEY no"),
});

type Echo = typeof anyEcho extends fc.Arbitrary<infer T> ? T : never;

function toBodyText(kind: Echo["body"], key: string): string {
  const number = Number(key);
  switch (kind) {
    case "text":
      return `the key ${key} is wrong`;
    case "json":
      return JSON.stringify({ detail: `the key ${key} is wrong`, key });
    case "html":
      return `<html>${key}${key}`;
    case "name":
      return JSON.stringify({ [key]: { [`x-${key}`]: key } });
    case "nested":
      return JSON.stringify([[[{ a: [{ b: { c: [key, { key }] } }] }]]]);
    case "number":
      return JSON.stringify({ key: Number.isFinite(number) ? number : key });
    case "encoded":
      // As a server may escape it: each character by its code.
      return `{"detail":"${[...key].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`;
    case "long":
      return `${"x".repeat(1_000)}${key.repeat(40)}`;
  }
}

/** Operations of each kind, and the raw methods. */
const CALLS: readonly ((nectar: Nectar) => PromiseLike<unknown>)[] = [
  (nectar) => nectar.documents.retrieve("d1").withResponse(),
  (nectar) => nectar.sites.create("c1", { name: "A" }),
  (nectar) => nectar.documents.listByCompany("c1").toArray(),
  // The client returns the error value of a raw call like one that it throws.
  (nectar) => nectar.raw.GET("/company").then(({ error }) => (error === undefined ? undefined : Promise.reject(error))),
];

/** Every way to write a value down. */
function texts(values: readonly unknown[]): string[] {
  return values.flatMap((value) => [
    inspect(value, { depth: 50, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(value) ?? "",
    String(Object(value).stack),
    String(Object(value).message),
    ...leaves(value, 12),
  ]);
}

/** Every text within a value, unescaped, since `inspect` and JSON escape a key with backslashes. */
function leaves(value: unknown, depth: number): string[] {
  if (value instanceof Headers) return [...value].flat();
  if (typeof value !== "object" || value === null) return [String(value)];
  if (depth === 0) return [];
  return Reflect.ownKeys(value).flatMap((name) => {
    const inner: unknown = Reflect.get(value, name);
    return [String(name), ...(typeof inner === "function" ? [] : leaves(inner, depth - 1))];
  });
}

/** A client that collects everything it shows: to hooks, to the logger, and as results. */
function watched(options: NectarClientOptions, make: (options: NectarClientOptions) => Nectar) {
  const handedOut: unknown[] = [];
  const keep = (...values: unknown[]): void => void handedOut.push(...values);
  const hooks: CallHooks = { onRequest: keep, onResponse: keep, onRetry: keep };
  const logger: Logger = { debug: keep, warn: keep };
  const nectar = make({ ...options, hooks, logger, maxRetries: 1, deadline: 20_000 });
  handedOut.push(nectar, nectar.raw, nectar.jobs);
  const run = async (call: (nectar: Nectar) => PromiseLike<unknown>): Promise<void> => {
    const promise = call(nectar);
    // Data and response of a success come from the server unchanged.
    await Promise.resolve(promise).catch((error: unknown) => handedOut.push(error, promise));
  };
  return { run, handedOut };
}

// Removes the waits between attempts.
beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

test("nothing that users can see contains the key, even if fetch repeats it", async () => {
  const anyCall = fc.constantFrom(...CALLS);
  await fc.assert(
    fc.asyncProperty(
      anyKey,
      fc.array(anyEcho, { minLength: 1, maxLength: 3 }),
      anyCall,
      fc.boolean(),
      async (key, echoes, call, isFunction) => {
        let index = 0;
        const fetch = async (_input: unknown, init: RequestInit): Promise<Response> => {
          const sent = new Headers(init.headers).get("x-api-key") ?? "";
          const echo = echoes[index++ % echoes.length];
          if (echo === undefined) throw new Error(sent);
          const headers = new Headers({
            "content-type": echo.contentType.replace("KEY", sent),
            "retry-after": echo.retryAfter.replace("KEY", sent),
            "x-request-id": sent,
            "x-echo": encodeURIComponent(sent),
            location: `/?key=${encodeURIComponent(sent)}`,
            deprecation: sent,
            "set-cookie": `key=${sent}`,
          });
          if (/^[a-z0-9-]+$/i.test(sent)) headers.set(`x-${sent}`, sent);
          return new Response(toBodyText(echo.body, sent), {
            status: echo.status,
            statusText: echo.statusText.replace("KEY", sent),
            headers,
          });
        };
        const { run, handedOut } = watched({ apiKey: isFunction ? () => key : key, fetch }, (options) =>
          connectTo(fetch, options),
        );
        await run(call);
        expect(handedOut.length).toBeGreaterThan(4);
        for (const text of texts(handedOut)) expect(text.includes(key)).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

test("nothing that users can see contains the key, even if fetch throws it", async () => {
  await fc.assert(
    fc.asyncProperty(anyKey, fc.constantFrom(...CALLS), async (key, call) => {
      const fetch = (_input: unknown, init: RequestInit): Promise<Response> => {
        const sent = new Headers(init.headers).get("x-api-key") ?? "";
        const cause = Object.assign(new Error(`cause ${sent}`), {
          code: sent,
          request: { headers: { "x-api-key": sent } },
        });
        const error = Object.assign(new TypeError(`no way with ${sent}`, { cause }), { name: sent, init });
        return Promise.reject(error);
      };
      const { run, handedOut } = watched({ apiKey: key }, (options) => connectTo(fetch, options));
      await run(call);
      for (const text of texts(handedOut)) expect(text.includes(key)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test("nothing that users can see contains the key, even if a server repeats it", async () => {
  let echo: Echo | undefined;
  const server = await startServer(({ headers }, response) => {
    const key = String(headers["x-api-key"]);
    response.writeHead(echo?.status ?? 500, (echo?.statusText ?? "").replace("KEY", key), {
      "content-type": (echo?.contentType ?? "").replace("KEY", key),
      "retry-after": (echo?.retryAfter ?? "").replace("KEY", key),
      "x-request-id": key,
      deprecation: key,
      location: `/${encodeURIComponent(key)}`,
    });
    response.end(toBodyText(echo?.body ?? "text", key));
  });
  await fc.assert(
    fc.asyncProperty(anyKey, anyEcho, fc.constantFrom(...CALLS), async (key, one, call) => {
      echo = one;
      const { run, handedOut } = watched({ apiKey: key }, (options) => connect(server.url, options));
      await run(call);
      for (const text of texts(handedOut)) expect(text.includes(key)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test("nothing that users can see contains any of the last eight keys of a key function", async () => {
  const sent: string[] = [];
  const fetch = async (_input: unknown, init: RequestInit): Promise<Response> => {
    sent.push(new Headers(init.headers).get("x-api-key") ?? "");
    return Response.json({ detail: sent.join(" "), sent }, { status: 400, headers: { "x-sent": sent.join(" ") } });
  };
  const apiKey = async (): Promise<string> => `rotating-key-${sent.length}-`;
  const { run, handedOut } = watched({ apiKey }, (options) => connectTo(fetch, options));
  for (let count = 0; count < 12; count += 1) {
    handedOut.length = 0;
    for (const call of CALLS.slice(0, 1)) await run(call);
    for (const key of sent.slice(-8)) for (const text of texts(handedOut)) expect(text).not.toContain(key);
  }
});

test.each([
  ["the preview of an unexpected response", 200, 1_024],
  ["the body of an error", 400, 65_536],
])("no part of a key remains at the cut of %s", async (_what, status, limit) => {
  const key = "QWXZ-0123456789-abcdefghij";
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -60, max: 10 }), fc.boolean(), fc.boolean(), async (offset, isWide, isTwice) => {
      const filler = (length: number): string => (isWide ? "é".repeat(Math.ceil(length / 2)) : "-".repeat(length));
      const text = `${isTwice ? key : ""}${filler(limit + offset - (isTwice ? key.length : 0))}${key}${"-".repeat(200)}`;
      const nectar = connectTo(async () => new Response(text, { status }), { apiKey: key });
      const error = await nectar.documents.retrieve("d1").catch((reason: unknown) => reason);
      expect(JSON.stringify(error)).not.toContain("QWXZ");
      expect(JSON.stringify(error).length).toBeGreaterThan(limit / 2 - 100);
    }),
    { numRuns: 60 },
  );
});
