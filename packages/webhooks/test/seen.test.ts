import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createMemorySeenStore } from "../src/handler/create-memory-seen-store.ts";
import { createWebhookHandler } from "../src/handler/create-webhook-handler.ts";
import type { Claim, SeenStore } from "../src/handler/seen-store.ts";
import { deferred } from "./support/deferred.ts";
import { delivery, SECRET } from "./support/deliveries.ts";

describe("deliveries of one message", () => {
  test("run its function once; those that arrive while it runs get a 409, so that Svix retries them", async () => {
    const { promise: running, resolve: finish } = deferred<void>();
    const run = vi.fn(() => running);
    const handler = createWebhookHandler({ secret: SECRET, on: { "document.created.v2": run } });
    const { request } = delivery();
    const first = handler(request());
    const others = await Promise.all(Array.from({ length: 9 }, () => handler(request())));
    expect(others.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 409));
    finish();
    expect((await first).status).toBe(204);
    expect((await handler(request())).status).toBe(204);
    expect(run).toHaveBeenCalledOnce();
  });

  test("run it again after the first run fails", async () => {
    const { promise: running, reject: fail } = deferred<void>();
    const run = vi.fn().mockReturnValueOnce(running);
    const handler = createWebhookHandler({ secret: SECRET, on: { "document.created.v2": run }, onError: () => {} });
    const { request } = delivery();
    const first = handler(request());
    expect((await handler(request())).status).toBe(409);
    fail(new Error("lost"));
    expect((await first).status).toBe(500);
    expect((await handler(request())).status).toBe(204);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("run it once even if they reach two instances that share a store", async () => {
    // Behaves like `SET <id> running NX GET` of Redis.
    const values = new Map<string, Claim>();
    const seen: SeenStore = {
      claim: async (id) => {
        const value = values.get(id);
        if (value === undefined) values.set(id, "running");
        return value ?? "new";
      },
      complete: async (id) => values.set(id, "done"),
      release: async (id) => values.delete(id),
    };
    const run = vi.fn();
    const handlers = [1, 2].map(() =>
      createWebhookHandler({ secret: SECRET, seen, on: { "document.created.v2": run } }),
    );
    const { request } = delivery();
    const statuses = await Promise.all(handlers.map(async (handler) => (await handler(request())).status));
    expect(statuses.sort()).toEqual([204, 409]);
    for (const handler of handlers) expect((await handler(request())).status).toBe(204);
    expect(run).toHaveBeenCalledOnce();
  });
});

describe("a store that fails", () => {
  const failing = (method: keyof SeenStore): SeenStore => ({
    ...createMemorySeenStore(),
    [method]: () => Promise.reject(new Error(`${method} failed`)),
  });

  test.each([
    { method: "claim", isFailing: false, status: 500, told: ["claim failed"] },
    { method: "complete", isFailing: false, status: 204, told: ["complete failed"] },
    { method: "release", isFailing: true, status: 500, told: ["release failed", "the function failed"] },
  ] as const)("at $method is reported, and the response is $status", async ({ method, isFailing, status, told }) => {
    const errors: string[] = [];
    const handler = createWebhookHandler({
      secret: SECRET,
      seen: failing(method),
      on: { "document.created.v2": () => (isFailing ? Promise.reject(new Error("the function failed")) : undefined) },
      onError: (error) => errors.push(error instanceof Error ? error.message : ""),
    });
    expect((await handler(delivery().request())).status).toBe(status);
    expect(errors).toEqual(told);
  });
});

describe("the store in memory", () => {
  test("drops the least recently delivered message", async () => {
    const store = createMemorySeenStore({ size: 2 });
    for (const id of ["a", "b"]) {
      await store.claim(id);
      await store.complete(id);
    }
    expect(await store.claim("a")).toBe("done");
    expect(await store.claim("c")).toBe("new");
    expect([await store.claim("a"), await store.claim("b")]).toEqual(["done", "new"]);
  });

  test("allows another claim after the lease has expired, and not before", async () => {
    vi.useFakeTimers({ now: 0, toFake: ["Date"] });
    try {
      const store = createMemorySeenStore({ lease: 1000 });
      expect([await store.claim("a"), await store.claim("a")]).toEqual(["new", "running"]);
      vi.setSystemTime(999);
      expect(await store.claim("a")).toBe("running");
      vi.setSystemTime(1000);
      expect([await store.claim("a"), await store.claim("a")]).toEqual(["new", "running"]);
      await store.complete("a");
      vi.setSystemTime(1e12);
      expect(await store.claim("a")).toBe("done");
    } finally {
      vi.useRealTimers();
    }
  });

  test("follows its interface for calls in any order", () => {
    const step = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      action: fc.constantFrom("claim", "complete", "release"),
    });
    return fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const store = createMemorySeenStore({ size: 4 });
        const model = new Map<string, Claim>();
        for (const { id, action } of steps) {
          if (action === "claim") {
            expect(await store.claim(id)).toBe(model.get(id) ?? "new");
            if (!model.has(id)) model.set(id, "running");
          } else if (action === "complete") {
            await store.complete(id);
            model.set(id, "done");
          } else {
            await store.release(id);
            model.delete(id);
          }
        }
      }),
    );
  });
});
