import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { NectarWebhookEvent } from "../src/events/webhook-event.ts";
import { createWebhookFixture } from "../src/fixtures/create-webhook-fixture.ts";
import { signTestWebhook } from "../src/fixtures/sign-test-webhook.ts";
import { createWebhookHandler } from "../src/handler/create-webhook-handler.ts";
import type { WebhookErrorContext, WebhookHandlerOptions } from "../src/handler/handler-options.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import { isWebhookVerificationError } from "../src/verify/webhook-verification-error.ts";
import { deferred } from "./support/deferred.ts";
import { delivery, OTHER_SECRET, SECRET } from "./support/deliveries.ts";

/** A handler, and the calls of its `onError`. */
function handlerWith(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: { readonly error: unknown; readonly info: WebhookErrorContext }[] = [];
  const handler = createWebhookHandler({
    secret: SECRET,
    onError: (error, info) => errors.push({ error, info }),
    ...options,
  });
  return { handler, errors };
}

const toStatus = async (response: Promise<Response>): Promise<number> => (await response).status;

describe("an event", () => {
  test("is passed to its function with the delivery, and the response is 204", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      on: { "document.created.v2": ({ data, type }, context) => seen.push([type, data.notes, context.messageId]) },
    });
    const { request, messageId } = delivery();
    const response = await handler(request());
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(seen).toEqual([["document.created.v2", "Wärme, 湯", messageId]]);
  });

  test("without a function is accepted and not remembered", async () => {
    const { handler } = handlerWith({ seen: { claim: () => expect.fail(), complete: () => {}, release: () => {} } });
    expect(await toStatus(handler(delivery().request()))).toBe(204);
  });

  test("that is unknown goes to onError and gets a 500 without onUnknown, at each delivery", async () => {
    const { handler, errors } = handlerWith({
      on: { "document.created.v2": () => expect.fail() },
      seen: { claim: () => expect.fail(), complete: () => {}, release: () => {} },
    });
    const unnamed = signTestWebhook(createWebhookFixture("document.created.v2"), SECRET, { isNamed: false });
    const newer = signTestWebhook({ type: "meter.created.v3", data: {} }, SECRET);
    for (const { request } of [unnamed, unnamed, newer]) {
      const response = await handler(request());
      expect([response.status, await response.text()]).toEqual([500, "handler-failed"]);
    }
    expect(errors).toMatchObject([
      { error: { code: "unknown-event" }, info: { status: 500, event: { type: "unknown" } } },
      { error: { code: "unknown-event" }, info: { status: 500, event: { type: "unknown" } } },
      { error: { message: expect.stringContaining('"meter.created.v3"') }, info: { status: 500 } },
    ]);
  });

  test("that is unknown gets a 500 when onUnknown throws, and a 204 when it does not", async () => {
    const onUnknown = vi.fn().mockRejectedValueOnce(new Error("not yet"));
    const { handler } = handlerWith({ onUnknown });
    const { request } = signTestWebhook(createWebhookFixture("document.deleted.v2"), SECRET, { isNamed: false });
    expect([await toStatus(handler(request())), await toStatus(handler(request()))]).toEqual([500, 204]);
    expect(onUnknown).toHaveBeenCalledTimes(2);
  });

  test("that is unknown is passed to onUnknown with its whole payload", async () => {
    const seen: NectarWebhookEvent[] = [];
    const { handler } = handlerWith({ onUnknown: (event) => seen.push(event) });
    for (const type of ["meter.created.v3", "constructor", "__proto__"])
      await handler(signTestWebhook({ type, data: { meter: { id: "m" } } }, SECRET).request());
    await handler(delivery().request());
    expect(seen.map(({ kind, type }) => [kind, type])).toEqual([
      ["unknown", "meter.created.v3"],
      ["unknown", "constructor"],
      ["unknown", "__proto__"],
    ]);
    expect(seen[0]?.data).toEqual({ meter: { id: "m" }, eventType: "meter.created.v3" });
  });

  test("that predates v2 is passed to its function", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      on: { "connection.created": ({ kind, data }) => seen.push([kind, data.company?.name]) },
    });
    const event = { type: "connection.created", data: { id: "c", company: { name: "Harbourlight" } } };
    expect(await toStatus(handler(signTestWebhook(event, SECRET).request()))).toBe(204);
    expect(seen).toEqual([["legacy", "Harbourlight"]]);
  });

  test("is the one that typeOf names", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      typeOf: ({ id }) => (id === "gone" ? "document.deleted.v2" : undefined),
      on: {
        "document.deleted.v2": ({ type, isTypeInferred }) => seen.push([type, isTypeInferred]),
        "document.created.v2": ({ type, isTypeInferred }) => seen.push([type, isTypeInferred]),
      },
    });
    for (const id of ["gone", "here"])
      await handler(signTestWebhook(createWebhookFixture("document.created.v2", { id }), SECRET).request());
    expect(seen).toEqual([
      ["document.deleted.v2", false],
      ["document.created.v2", false],
    ]);
  });
});

describe("an invalid delivery", () => {
  test("gets a 400 with the reason, and onError receives the error", async () => {
    const { handler, errors } = handlerWith({ on: { "document.created.v2": () => expect.fail() } });
    const response = await handler(delivery({}, OTHER_SECRET).request());
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^no-matching-signature: /);
    expect(errors).toEqual([
      { error: expect.objectContaining({ code: "no-matching-signature" }), info: { status: 400, event: undefined } },
    ]);
  });

  test("with another method than POST gets a 405", async () => {
    const { handler } = handlerWith();
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]) {
      const response = await handler(new Request("https://example.com", { method }));
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  test("with too large a body gets a 413", async () => {
    const { handler } = handlerWith();
    const { headers } = delivery();
    const body = "x".repeat(1_048_577);
    expect(await toStatus(handler(new Request("https://example.com", { method: "POST", headers, body })))).toBe(413);
  });

  test("whose body was read before gets a 500, because the mistake is not the sender's", async () => {
    const { handler, errors } = handlerWith();
    const request = delivery().request();
    await request.text();
    const response = await handler(request);
    expect([response.status, await response.text()]).toEqual([500, expect.stringMatching(/^body-consumed: /)]);
    expect(errors).toHaveLength(1);
  });

  test("without a body gets a 400", async () => {
    const { handler } = handlerWith();
    const { headers } = delivery();
    expect(await toStatus(handler(new Request("https://example.com", { method: "POST", headers })))).toBe(400);
  });
});

describe("a function that throws", () => {
  test("causes a 500 without details, and runs again at the next delivery", async () => {
    const run = vi.fn().mockRejectedValueOnce(new Error("password in the message"));
    const { handler, errors } = handlerWith({ on: { "document.created.v2": run } });
    const { request } = delivery();
    const response = await handler(request());
    expect([response.status, await response.text()]).toEqual([500, "handler-failed"]);
    expect(errors).toEqual([
      {
        error: new Error("password in the message"),
        info: { status: 500, event: expect.objectContaining({ kind: "current" }) },
      },
    ]);
    expect(await toStatus(handler(request()))).toBe(204);
    expect(await toStatus(handler(request()))).toBe(204);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("causes a 500 even if its error is one of this package", async () => {
    const { handler } = handlerWith({
      on: { "document.created.v2": () => verifyWebhook("{}", {}, SECRET) },
    });
    const response = await handler(delivery().request());
    expect([response.status, await response.text()]).toEqual([500, "handler-failed"]);
  });

  test("is logged to the console without onError, unlike an invalid delivery", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const failure = new Error("database down");
    const on = {
      "document.created.v2": () => {
        throw failure;
      },
    };
    const handler = createWebhookHandler({ secret: SECRET, on });
    await handler(delivery({}, OTHER_SECRET).request());
    expect(log).not.toHaveBeenCalled();
    await handler(delivery().request());
    expect(log.mock.calls).toEqual([[failure]]);
  });

  test("gets a response even if onError throws too", async () => {
    const { handler } = handlerWith({
      on: { "document.created.v2": () => Promise.reject(new Error("first")) },
      onError: () => Promise.reject(new Error("second")),
    });
    expect(await toStatus(handler(delivery().request()))).toBe(500);
  });
});

describe("work after the response", () => {
  test("continues, and its failure is reported without a retry", async () => {
    const { promise, reject } = deferred<void>();
    const { handler, errors } = handlerWith({
      on: { "document.created.v2": (_event, { waitUntil }) => waitUntil(promise) },
    });
    const { request } = delivery();
    expect(await toStatus(handler(request()))).toBe(204);
    reject(new Error("later"));
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    expect(errors[0]).toMatchObject({ error: new Error("later"), info: { status: 204 } });
    expect(await toStatus(handler(request()))).toBe(204);
  });

  test("is passed to the platform, the second argument of the handler", async () => {
    const kept: Promise<unknown>[] = [];
    const platform = {
      kept,
      waitUntil(work: Promise<unknown>) {
        this.kept.push(work);
      },
    };
    const { handler } = handlerWith({
      on: { "document.created.v2": (_event, { waitUntil }) => waitUntil(Promise.reject(new Error("later"))) },
    });
    expect(await toStatus(handler(delivery().request(), platform))).toBe(204);
    expect(kept).toHaveLength(1);
    await expect(kept[0]).resolves.toBeUndefined();
    for (const other of [undefined, null, {}, { params: {} }, 5])
      expect(await toStatus(handler(delivery().request(), other))).toBe(204);
  });
});

describe("the signal", () => {
  test("belongs to the request", async () => {
    const { promise, resolve } = deferred<AbortSignal>();
    const { handler } = handlerWith({ on: { "document.created.v2": (_event, { signal }) => resolve(signal) } });
    const gone = new AbortController();
    await handler(new Request(delivery().request(), { signal: gone.signal }));
    gone.abort();
    expect((await promise).aborted).toBe(true);
  });
});

describe("the secret", () => {
  test("is checked when the handler is created, or at the first delivery if it is a function", async () => {
    for (const secret of [undefined, "", "whsec_", [], "undefined", "changeme"])
      expect(() => createWebhookHandler({ secret })).toThrow(/whsec_/);
    const { handler, errors } = handlerWith({ secret: async () => undefined });
    expect(await toStatus(handler(delivery().request()))).toBe(500);
    expect(errors.map(({ error }) => isWebhookVerificationError(error) && error.code)).toEqual(["bad-secret"]);
  });

  test("may be a function that is called at each delivery", async () => {
    const secrets = [OTHER_SECRET, [OTHER_SECRET, SECRET]];
    const { handler } = handlerWith({ secret: () => secrets.shift() });
    expect(await toStatus(handler(delivery().request()))).toBe(400);
    expect(await toStatus(handler(delivery().request()))).toBe(204);
  });

  test("cannot be seen in a handler", () => {
    const { handler } = handlerWith();
    expect(inspect(handler, { showHidden: true, depth: 9 })).not.toContain(SECRET.slice("whsec_".length));
  });
});
