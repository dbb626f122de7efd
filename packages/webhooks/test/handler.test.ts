import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { NectarWebhookEvent } from "../src/events/webhook-event.ts";
import { signTestWebhook } from "../src/fixtures/sign-test-webhook.ts";
import { webhookFixture } from "../src/fixtures/webhook-fixture.ts";
import { createWebhookHandler } from "../src/handler/create-webhook-handler.ts";
import type { WebhookErrorInfo, WebhookHandlerOptions } from "../src/handler/handler-options.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import { isWebhookVerificationError } from "../src/verify/webhook-verification-error.ts";
import { deferred } from "./support/deferred.ts";
import { delivery, OTHER_SECRET, SECRET } from "./support/deliveries.ts";

/** A handler, and what its `onError` was told. */
function handlerWith(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: { readonly error: unknown; readonly info: WebhookErrorInfo }[] = [];
  const handler = createWebhookHandler({
    secret: SECRET,
    onError: (error, info) => errors.push({ error, info }),
    ...options,
  });
  return { handler, errors };
}

const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;

describe("an event", () => {
  test("comes to its function, with what is known of the delivery, and is answered with 204", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      on: { "document.created.v2": ({ data, type }, context) => seen.push([type, data.notes, context.messageId]) },
    });
    const { request, messageId } = delivery();
    const answer = await handler(request());
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(seen).toEqual([["document.created.v2", "Wärme, 湯", messageId]]);
  });

  test("without a function is accepted and not remembered", async () => {
    const { handler } = handlerWith({ seen: { claim: () => expect.fail(), complete: () => {}, release: () => {} } });
    expect(await statusOf(handler(delivery().request()))).toBe(204);
  });

  test("that nobody knows is told to onError and answered with 500 without onUnknown, each time it is sent", async () => {
    const { handler, errors } = handlerWith({
      on: { "document.created.v2": () => expect.fail() },
      seen: { claim: () => expect.fail(), complete: () => {}, release: () => {} },
    });
    const unnamed = signTestWebhook(webhookFixture("document.created.v2"), SECRET, { isNamed: false });
    const newer = signTestWebhook({ type: "meter.created.v3", data: {} }, SECRET);
    for (const { request } of [unnamed, unnamed, newer]) {
      const answer = await handler(request());
      expect([answer.status, await answer.text()]).toEqual([500, "handler-failed"]);
    }
    expect(errors).toMatchObject([
      { error: { code: "unknown-event" }, info: { status: 500, event: { type: "unknown" } } },
      { error: { code: "unknown-event" }, info: { status: 500, event: { type: "unknown" } } },
      { error: { message: expect.stringContaining('"meter.created.v3"') }, info: { status: 500 } },
    ]);
  });

  test("that nobody knows is answered with 500 when onUnknown throws, and with 204 when it does not", async () => {
    const onUnknown = vi.fn().mockRejectedValueOnce(new Error("not yet"));
    const { handler } = handlerWith({ onUnknown });
    const { request } = signTestWebhook(webhookFixture("document.deleted.v2"), SECRET, { isNamed: false });
    expect([await statusOf(handler(request())), await statusOf(handler(request()))]).toEqual([500, 204]);
    expect(onUnknown).toHaveBeenCalledTimes(2);
  });

  test("that nobody knows comes to onUnknown with everything it has", async () => {
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

  test("from before v2 comes to its function", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      on: { "connection.created": ({ kind, data }) => seen.push([kind, data.company?.name]) },
    });
    const event = { type: "connection.created", data: { id: "c", company: { name: "Harbourlight" } } };
    expect(await statusOf(handler(signTestWebhook(event, SECRET).request()))).toBe(204);
    expect(seen).toEqual([["legacy", "Harbourlight"]]);
  });

  test("is what typeOf says", async () => {
    const seen: unknown[] = [];
    const { handler } = handlerWith({
      typeOf: ({ id }) => (id === "gone" ? "document.deleted.v2" : undefined),
      on: {
        "document.deleted.v2": ({ type, isTypeInferred }) => seen.push([type, isTypeInferred]),
        "document.created.v2": ({ type, isTypeInferred }) => seen.push([type, isTypeInferred]),
      },
    });
    for (const id of ["gone", "here"])
      await handler(signTestWebhook(webhookFixture("document.created.v2", { id }), SECRET).request());
    expect(seen).toEqual([
      ["document.deleted.v2", false],
      ["document.created.v2", false],
    ]);
  });
});

describe("a refused delivery", () => {
  test("is answered with 400 and the reason, and told to onError", async () => {
    const { handler, errors } = handlerWith({ on: { "document.created.v2": () => expect.fail() } });
    const answer = await handler(delivery({}, OTHER_SECRET).request());
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/^no-matching-signature: /);
    expect(errors).toEqual([
      { error: expect.objectContaining({ code: "no-matching-signature" }), info: { status: 400, event: undefined } },
    ]);
  });

  test("with anything but POST is answered with 405", async () => {
    const { handler } = handlerWith();
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]) {
      const answer = await handler(new Request("https://example.com", { method }));
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  test("with too large a body is answered with 413", async () => {
    const { handler } = handlerWith();
    const { headers } = delivery();
    const body = "x".repeat(1_048_577);
    expect(await statusOf(handler(new Request("https://example.com", { method: "POST", headers, body })))).toBe(413);
  });

  test("whose body was read before is answered with 500, since the sender can do nothing about it", async () => {
    const { handler, errors } = handlerWith();
    const request = delivery().request();
    await request.text();
    const answer = await handler(request);
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringMatching(/^body-consumed: /)]);
    expect(errors).toHaveLength(1);
  });

  test("without a body is answered with 400", async () => {
    const { handler } = handlerWith();
    const { headers } = delivery();
    expect(await statusOf(handler(new Request("https://example.com", { method: "POST", headers })))).toBe(400);
  });
});

describe("a function that throws", () => {
  test("is answered with 500 and nothing of the error, and runs again when the event is sent again", async () => {
    const run = vi.fn().mockRejectedValueOnce(new Error("password in the message"));
    const { handler, errors } = handlerWith({ on: { "document.created.v2": run } });
    const { request } = delivery();
    const answer = await handler(request());
    expect([answer.status, await answer.text()]).toEqual([500, "handler-failed"]);
    expect(errors).toEqual([
      {
        error: new Error("password in the message"),
        info: { status: 500, event: expect.objectContaining({ kind: "current" }) },
      },
    ]);
    expect(await statusOf(handler(request()))).toBe(204);
    expect(await statusOf(handler(request()))).toBe(204);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test("is answered with 500 also when its error is one of this package", async () => {
    const { handler } = handlerWith({
      on: { "document.created.v2": () => verifyWebhook("{}", {}, SECRET) },
    });
    const answer = await handler(delivery().request());
    expect([answer.status, await answer.text()]).toEqual([500, "handler-failed"]);
  });

  test("is told to the console where there is no onError, which a refused delivery is not", async () => {
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

  test("is answered all the same when onError throws as well", async () => {
    const { handler } = handlerWith({
      on: { "document.created.v2": () => Promise.reject(new Error("first")) },
      onError: () => Promise.reject(new Error("second")),
    });
    expect(await statusOf(handler(delivery().request()))).toBe(500);
  });
});

describe("work after the answer", () => {
  test("goes on, and its failure is told and not sent again", async () => {
    const { promise, reject } = deferred<void>();
    const { handler, errors } = handlerWith({
      on: { "document.created.v2": (_event, { waitUntil }) => waitUntil(promise) },
    });
    const { request } = delivery();
    expect(await statusOf(handler(request()))).toBe(204);
    reject(new Error("later"));
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    expect(errors[0]).toMatchObject({ error: new Error("later"), info: { status: 204 } });
    expect(await statusOf(handler(request()))).toBe(204);
  });

  test("is given to the platform, which is passed along as the second argument", async () => {
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
    expect(await statusOf(handler(delivery().request(), platform))).toBe(204);
    expect(kept).toHaveLength(1);
    await expect(kept[0]).resolves.toBeUndefined();
    for (const other of [undefined, null, {}, { params: {} }, 5])
      expect(await statusOf(handler(delivery().request(), other))).toBe(204);
  });
});

describe("the signal", () => {
  test("is that of the request", async () => {
    const { promise, resolve } = deferred<AbortSignal>();
    const { handler } = handlerWith({ on: { "document.created.v2": (_event, { signal }) => resolve(signal) } });
    const gone = new AbortController();
    await handler(new Request(delivery().request(), { signal: gone.signal }));
    gone.abort();
    expect((await promise).aborted).toBe(true);
  });
});

describe("the secret", () => {
  test("is refused at once when it cannot work, and when it is asked for at the first delivery", async () => {
    for (const secret of [undefined, "", "whsec_", [], "undefined", "changeme"])
      expect(() => createWebhookHandler({ secret })).toThrow(/whsec_/);
    const { handler, errors } = handlerWith({ secret: async () => undefined });
    expect(await statusOf(handler(delivery().request()))).toBe(500);
    expect(errors.map(({ error }) => isWebhookVerificationError(error) && error.code)).toEqual(["bad-secret"]);
  });

  test("may be asked for at each delivery", async () => {
    const secrets = [OTHER_SECRET, [OTHER_SECRET, SECRET]];
    const { handler } = handlerWith({ secret: () => secrets.shift() });
    expect(await statusOf(handler(delivery().request()))).toBe(400);
    expect(await statusOf(handler(delivery().request()))).toBe(204);
  });

  test("cannot be seen in a handler", () => {
    const { handler } = handlerWith();
    expect(inspect(handler, { showHidden: true, depth: 9 })).not.toContain(SECRET.slice("whsec_".length));
  });
});
