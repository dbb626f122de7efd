import { v0_3 } from "@nectar-sdk/api-v0.3";
import { describe, expect, test, vi } from "vitest";
import { isNectarError } from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

type Nectar = ReturnType<typeof connect>;

/** Waits of zero length: this test is about how often, not how long. */
const withoutWaits = (): void => void vi.spyOn(Math, "random").mockReturnValue(0);

/** One operation of each class of the table, and raw paths without an entry, whose method decides. */
const CLASSES: readonly [
  what: string,
  retry: "read" | "idempotent" | "unsafe",
  call: (nectar: Nectar) => PromiseLike<unknown>,
  operation?: string,
][] = [
  ["a GET", "read", (nectar) => nectar.documents.retrieve("d1"), "documents.retrieve"],
  ["a page of a list", "read", (nectar) => nectar.documents.listByCompany("c1").page(1), "documents.listByCompany"],
  ["a DELETE that may arrive twice", "idempotent", (nectar) => nectar.sites.delete("s1"), "sites.delete"],
  ["a POST", "unsafe", (nectar) => nectar.sites.create("c1", { name: "A" }), "sites.create"],
  ["a POST without a body", "unsafe", (nectar) => nectar.connections.confirm("n1"), "connections.confirm"],
  ["a PATCH", "unsafe", (nectar) => nectar.documents.update("d1", {}), "documents.update"],
  ["an unknown raw GET", "read", (nectar) => unknownRaw(nectar, "GET")],
  ["an unknown raw OPTIONS", "read", (nectar) => unknownRaw(nectar, "OPTIONS")],
  ["an unknown raw PUT", "unsafe", (nectar) => unknownRaw(nectar, "PUT")],
  ["an unknown raw DELETE", "unsafe", (nectar) => unknownRaw(nectar, "DELETE")],
];

function unknownRaw(nectar: Nectar, method: string): Promise<unknown> {
  const call: unknown = Reflect.get(nectar.raw, method);
  if (typeof call !== "function") throw new Error(`no ${method}`);
  return call("/later");
}

const TRANSIENT = [408, 429, 500, 502, 503, 504];
const FINAL = [400, 401, 403, 404, 405, 409, 410, 413, 418, 422, 423, 425, 451, 501, 505, 507, 511];
const RETRIES = [0, 1, 2, 3];

/** How often a call must be sent. */
function expectedAttempts(retry: string, status: number | undefined, retries: number): number {
  const isRepeated = retry === "unsafe" ? status === 429 : status === undefined || TRANSIENT.includes(status);
  return isRepeated ? 1 + retries : 1;
}

const replyWith = (status: number): Promise<LoopbackServer> =>
  startServer((_request, response) => sendJson(response, { detail: "no" }, status));

test("the retry classes of this file match the operation table", () => {
  const known = CLASSES.flatMap(([, retry, , operation]) => (operation === undefined ? [] : [[operation, retry]]));
  expect(known).toEqual(known.map(([operation = ""]) => [operation, v0_3.operations[operation]?.retry]));
});

describe.each(CLASSES)("%s, %s,", (what, retry, call) => {
  test.each([...TRANSIENT, ...FINAL])(
    "an operation that gets %i is sent as often as its class allows",
    async (status) => {
      withoutWaits();
      for (const maxRetries of RETRIES) {
        const server = await replyWith(status);
        const outcome = await Promise.resolve(call(connect(server.url, { maxRetries }))).catch(
          (error: unknown) => error,
        );
        expect([maxRetries, server.requests.length]).toEqual([maxRetries, expectedAttempts(retry, status, maxRetries)]);
        if (what.includes("raw")) expect(outcome).toMatchObject({ error: { detail: "no" }, response: { status } });
        else {
          const attempts = Array.from(server.requests, () => ({ status, waited: 0 }));
          expect(outcome).toMatchObject({ kind: "api", status, attempts });
        }
      }
    },
  );

  test.each(["before its response", "in the middle of its response"])(
    "an operation whose connection breaks %s is sent as often as its class allows",
    async (when) => {
      withoutWaits();
      for (const maxRetries of RETRIES) {
        const server = await startServer((_request, response) => {
          if (when === "before its response") response.destroy();
          else {
            response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
            response.write('{"id":', () => response.destroy());
          }
        });
        const outcome = await Promise.resolve(call(connect(server.url, { maxRetries }))).catch(
          (error: unknown) => error,
        );
        // The client does not read the response to a DELETE, so a broken body does not matter.
        if (what.includes("DELETE that") && when !== "before its response") {
          expect([outcome, server.requests.length]).toEqual([undefined, 1]);
          continue;
        }
        expect([maxRetries, server.requests.length]).toEqual([
          maxRetries,
          expectedAttempts(retry, undefined, maxRetries),
        ]);
        const status = when === "before its response" ? undefined : 200;
        const attempts = Array.from(server.requests, () => ({ status, waited: 0 }));
        expect(outcome).toMatchObject({ kind: "connection", attempts });
        expect(isNectarError(outcome) && outcome.cause).toBeInstanceOf(Error);
      }
    },
  );
});

describe("retries", () => {
  test("there are two retries by default, and a call may set another number", async () => {
    withoutWaits();
    const server = await replyWith(503);
    await catchError(connect(server.url).companies.list());
    expect(server.requests).toHaveLength(3);
    await catchError(connect(server.url).companies.list({ maxRetries: 4 }));
    expect(server.requests).toHaveLength(3 + 5);
    await catchError(connect(server.url, { maxRetries: 4 }).companies.list({ maxRetries: 0 }));
    expect(server.requests).toHaveLength(3 + 5 + 1);
  });

  test("retries end with the first success, which the caller gets", async () => {
    withoutWaits();
    const statuses = [503, 429, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, { at: statuses.length }, statuses.shift()),
    );
    expect(await connect(server.url).documents.retrieve("d1")).toEqual({ at: 1 });
    expect(server.requests).toHaveLength(3);
  });

  test("retries end with the first permanent failure", async () => {
    withoutWaits();
    const statuses = [503, 404, 200];
    const server = await startServer((_request, response) => sendJson(response, {}, statuses.shift()));
    expect(await catchError(connect(server.url).documents.retrieve("d1"))).toMatchObject({
      status: 404,
      attempts: [
        { status: 503, waited: 0 },
        { status: 404, waited: 0 },
      ],
    });
  });

  test("a retry sends the same method, path, query, headers and body", async () => {
    withoutWaits();
    const statuses = [429, 429, 201];
    const server = await startServer((_request, response) => sendJson(response, { id: "j1" }, statuses.shift()));
    const document = new File(["%PDF-1.7"], "bill.pdf");
    await connect(server.url, { headers: { "x-one": "1" } }).jobs.submit("c1", { document, siteId: "s1" });
    const seen = server.requests.map(({ method, url, headers, body }) => {
      const boundary = /boundary=(.*)$/.exec(headers["content-type"] ?? "")?.[1] ?? "none";
      return [method, url, headers["x-one"], body.toString("latin1").replaceAll(boundary, "boundary")];
    });
    expect(seen).toHaveLength(3);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]?.[3]).toContain("%PDF-1.7");
  });

  test("the waits between retries grow randomly up to the bound of the back-off", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const waits: number[] = [];
    const nectar = connectTo(async () => new Response("", { status: 503 }), {
      maxRetries: 6,
      hooks: { onRetry: ({ wait }) => void waits.push(wait) },
    });
    const failure = catchError(nectar.companies.list());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failure).toMatchObject({
      attempts: [0, 250, 500, 1_000, 2_000, 4_000, 4_000].map((waited) => ({ status: 503, waited })),
    });
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
    vi.useRealTimers();
  });

  test("a timeout is retried if the operation allows it", async () => {
    withoutWaits();
    const server = await startServer((_request, response) => {
      if (server.requests.length === 2) sendJson(response, { id: "d1" });
    });
    const nectar = connect(server.url, { timeout: 500 });
    expect(await nectar.documents.retrieve("d1")).toEqual({ id: "d1" });
    expect(server.requests).toHaveLength(2);
    const never = await startServer(() => {});
    const error = await catchError(connect(never.url, { timeout: 300 }).sites.create("c1", { name: "A" }));
    expect(error).toMatchObject({
      kind: "timeout",
      message: "sites.create: no response after 300 ms, the `timeout` of an attempt",
      attempts: [{ status: undefined, waited: 0 }],
    });
    expect(never.requests).toHaveLength(1);
  });

  test("unexpected content is not retried", async () => {
    const server = await startServer((_request, response) => response.end("<html>"));
    expect(await catchError(connect(server.url).companies.list())).toMatchObject({ kind: "unexpected-content" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  /** A server that fails once with the header, then succeeds. */
  const failingOnce = (header: string, status = 503): Promise<LoopbackServer> => {
    const headers = [{ "retry-after": header }];
    return startServer((_request, response) =>
      sendJson(response, [], headers.length > 0 ? status : 200, headers.pop()),
    );
  };

  test("the client waits for the seconds of Retry-After, even if the back-off is shorter", async () => {
    withoutWaits();
    const waits: number[] = [];
    const server = await failingOnce("1");
    const hooks = { onRetry: ({ wait }: { wait: number }) => void waits.push(wait) };
    expect(await connect(server.url, { hooks }).companies.list()).toEqual([]);
    expect([waits, server.requests.length]).toEqual([[1_000], 2]);
  });

  test("the client waits until the date of Retry-After", async () => {
    const controller = new AbortController();
    const waits: number[] = [];
    const server = await failingOnce(new Date(Date.now() + 3_600_000).toUTCString(), 429);
    const hooks = {
      onRetry: ({ wait }: { wait: number }): void => {
        waits.push(wait);
        controller.abort();
      },
    };
    const call = connect(server.url, { hooks }).companies.list({ deadline: 7_200_000, signal: controller.signal });
    expect(await catchError(call)).toMatchObject({ kind: "abort" });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(3_500_000);
    expect(waits[0]).toBeLessThanOrEqual(3_600_000);
  });

  test.each(["3600", new Date(Date.now() + 3_600_000).toUTCString()])(
    "a Retry-After beyond the deadline fails the call at once, and the error has it: %s",
    async (header) => {
      const server = await startServer((_request, response) => sendJson(response, {}, 429, { "retry-after": header }));
      const error = await catchError(connect(server.url).companies.list({ deadline: 30_000 }));
      expect(error).toMatchObject({ kind: "api", status: 429, attempts: [{ status: 429, waited: 0 }] });
      const requested = Number(Object(error).retryAfter);
      expect(requested).toBeGreaterThan(3_590_000 - 30_000);
      expect(requested).toBeLessThanOrEqual(3_600_000);
      expect(server.requests).toHaveLength(1);
    },
  );

  test("a Retry-After beyond one minute fails the call at once only without a deadline", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}, 503, { "retry-after": "61" }));
    expect(await catchError(connect(server.url).companies.list())).toMatchObject({ status: 503, retryAfter: 61_000 });
    expect(server.requests).toHaveLength(1);

    const controller = new AbortController();
    const waits: number[] = [];
    const hooks = {
      onRetry: ({ wait }: { wait: number }): void => {
        waits.push(wait);
        controller.abort();
      },
    };
    const call = connect(server.url, { hooks }).companies.list({ deadline: 120_000, signal: controller.signal });
    expect(await catchError(call)).toMatchObject({ kind: "abort" });
    expect(waits).toEqual([61_000]);
  });

  test("a raw call returns a Retry-After that is too long as a value", async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, { detail: "later" }, 429, { "retry-after": "900" }),
    );
    const { error, response } = await connect(server.url).raw.GET("/company");
    expect([error, response.status, response.headers.get("retry-after")]).toEqual([{ detail: "later" }, 429, "900"]);
  });

  test("an invalid Retry-After is ignored", async () => {
    withoutWaits();
    const server = await failingOnce("as soon as possible");
    expect(await connect(server.url).companies.list()).toEqual([]);
  });

  test("the client respects Retry-After even if the attempt then times out", async () => {
    withoutWaits();
    const waits: number[] = [];
    const replies = [new Response("", { status: 503, headers: { "retry-after": "1" } }), Response.json([])];
    const hooks = { onRetry: ({ wait }: { wait: number }) => void waits.push(wait) };
    const nectar = connectTo(async () => replies.shift() ?? Response.error(), { timeout: 50, hooks });
    nectar.raw.use({ onResponse: ({ response }) => (response.ok ? undefined : new Promise(() => {})) });
    expect(await nectar.companies.list()).toEqual([]);
    expect(waits).toEqual([1_000]);
  });

  test("after the last attempt, the error has no retryAfter", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}, 429, { "retry-after": "5" }));
    const error = await catchError(connect(server.url, { maxRetries: 0 }).companies.list());
    expect(error).toMatchObject({ status: 429, retryAfter: undefined });
    expect(new Headers(Object(error).headers).get("retry-after")).toBe("5");
  });
});

describe("the deadline", () => {
  test("a call ends at once if the wait for a retry exceeds the deadline", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999);
    const nectar = connectTo(async () => new Response("", { status: 503 }), { maxRetries: 10 });
    const error = await catchError(nectar.companies.list({ deadline: 400 }));
    expect(error).toMatchObject({
      kind: "api",
      status: 503,
      attempts: [{ status: 503, waited: 0 }],
      retryAfter: undefined,
    });
  });

  test("the deadline applies to all attempts together", async () => {
    withoutWaits();
    let count = 0;
    const fetch = (): Promise<never> => {
      count += 1;
      return new Promise(() => {});
    };
    const nectar = connectTo(fetch, { timeout: 50, maxRetries: 1_000, deadline: 500 });
    expect(await catchError(nectar.companies.list())).toMatchObject({
      kind: "timeout",
      message: "companies.list: no response after 500 ms, the `deadline` of the call",
    });
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(12);
  });

  test("the deadline applies to reading the response", async () => {
    const server = await startServer((_request, response) => response.writeHead(200).write("["));
    expect(await catchError(connect(server.url).companies.list({ deadline: 500 }))).toMatchObject({
      kind: "timeout",
      attempts: [{ status: 200, waited: 0 }],
    });
  });

  test("a deadline that has already passed sends nothing", async () => {
    const server = await replyWith(200);
    expect(await catchError(connect(server.url).companies.list({ deadline: 0 }))).toMatchObject({ kind: "timeout" });
    expect(server.requests).toEqual([]);
  });
});
