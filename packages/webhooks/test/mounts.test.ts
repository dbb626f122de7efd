import { request as httpRequest } from "node:http";
import express from "express";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { createWebhookHandler, type WebhookHandler } from "../src/handler/create-webhook-handler.ts";
import { type NodeHandler, toNodeHandler } from "../src/handler/to-node-handler.ts";
import { deferred } from "./support/deferred.ts";
import { delivery, OTHER_SECRET, SECRET } from "./support/deliveries.ts";
import { post, startLoopback } from "./support/loopback.ts";

interface Mounted {
  readonly handler: WebhookHandler;
  /** The `notes` of the handled documents. */
  readonly handled: string[];
  readonly errors: unknown[];
}

function mounted(): Mounted {
  const handled: string[] = [];
  const errors: unknown[] = [];
  const handler = createWebhookHandler({
    secret: SECRET,
    on: { "document.created.v2": ({ data }) => handled.push(data.notes ?? "") },
    onError: (error) => errors.push(error),
  });
  return { handler, handled, errors };
}

/** Serves a handler below `/webhooks`; resolves with its address. */
type Mount = (handler: WebhookHandler) => Promise<string>;

const withExpress = (mount: (app: express.Express, handler: NodeHandler) => void): Mount => {
  return async (handler) => {
    const app = express();
    mount(app, toNodeHandler(handler));
    return `${await startLoopback(app)}/webhooks`;
  };
};

const MOUNTS: Readonly<Record<string, Mount>> = {
  "node:http": (handler) => startLoopback(toNodeHandler(handler)),
  "Express, before a body parser": withExpress((app, handler) => {
    app.all("/webhooks", handler);
    app.use(express.json());
  }),
  "Express, after express.raw()": withExpress((app, handler) => {
    app.all("/webhooks", express.raw({ type: "*/*", limit: "2mb" }), handler);
  }),
  "Express, after express.text()": withExpress((app, handler) => {
    app.all("/webhooks", express.text({ type: "*/*", limit: "2mb" }), handler);
  }),
  "a platform that puts rawBody aside": withExpress((app, handler) => {
    app.use(
      express.json({
        limit: "2mb",
        verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
      }),
    );
    app.all("/webhooks", handler);
  }),
  // A server with Request objects, like Bun, Deno, Next and workers.
  Hono: async (handler) => {
    const app = new Hono();
    app.all("/webhooks", (context) => handler(context.req.raw));
    return `${await startLoopback(toNodeHandler(async (request) => app.fetch(request)))}/webhooks`;
  },
};

describe.each(Object.entries(MOUNTS))("on %s", (_name, mount) => {
  test("a delivery is verified and handled once", async () => {
    const { handler, handled } = mounted();
    const url = await mount(handler);
    const signed = delivery();
    expect([await post(url, signed), await post(url, signed)]).toEqual([
      { status: 204, text: "" },
      { status: 204, text: "" },
    ]);
    expect(handled).toEqual(["Wärme, 湯"]);
  });

  test("a forged delivery gets a 400, and another method than POST a 405", async () => {
    const { handler, handled, errors } = mounted();
    const url = await mount(handler);
    expect(await post(url, delivery({}, OTHER_SECRET))).toMatchObject({ status: 400 });
    const signed = delivery();
    expect(await post(url, { ...signed, body: signed.body.replace("Wärme", "Waerme") })).toMatchObject({ status: 400 });
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    expect(handled).toEqual([]);
    expect(errors).toHaveLength(2);
  });

  test("a body above a megabyte gets a 413", async () => {
    const { handler } = mounted();
    const url = await mount(handler);
    const { headers } = delivery();
    expect(await post(url, { headers, body: `{"a":"${"x".repeat(1_100_000)}"}` })).toMatchObject({ status: 413 });
  });
});

test("on Express, after express.json(), the response is 500 and the error names the fix", async () => {
  const { handler, handled, errors } = mounted();
  const app = express();
  app.use(express.json());
  app.post("/webhooks", toNodeHandler(handler));
  const url = `${await startLoopback(app)}/webhooks`;
  const answer = await post(url, delivery());
  expect(answer).toEqual({ status: 500, text: expect.stringMatching(/^body-consumed: .*before express\.json\(\)/) });
  expect(errors).toEqual([expect.objectContaining({ code: "body-consumed" })]);
  expect(handled).toEqual([]);
});

test("on Express, the error of a wrapper goes to the error handler of the application", async () => {
  const app = express();
  app.post(
    "/webhooks",
    toNodeHandler(() => Promise.reject(new Error("wrapped"))),
  );
  app.use(((error, _request, response, _next) => {
    response.status(503).end(error instanceof Error ? error.message : "");
  }) satisfies express.ErrorRequestHandler);
  expect(await post(`${await startLoopback(app)}/webhooks`, delivery())).toEqual({ status: 503, text: "wrapped" });
});

describe("on node:http", () => {
  test("the error of a wrapper causes a 500", async () => {
    const url = await startLoopback(toNodeHandler(() => Promise.reject(new Error("wrapped"))));
    expect(await post(url, delivery())).toEqual({ status: 500, text: "" });
  });

  test("a wrapper sees the URL, the method and the headers", async () => {
    const seen: unknown[] = [];
    const handler = toNodeHandler(async ({ url, method, headers }) => {
      seen.push(new URL(url).pathname, method, headers.get("x-tenant"));
      return new Response("fine", { status: 202, headers: { "x-answer": "1" } });
    });
    const answer = await fetch(`${await startLoopback(handler)}/a/b?c=1`, { headers: { "x-tenant": "t" } });
    expect([answer.status, answer.headers.get("x-answer"), await answer.text()]).toEqual([202, "1", "fine"]);
    expect(seen).toEqual(["/a/b", "GET", "t"]);
  });

  test.each(["TRACE", "PURGE"])("a %s is rejected and the server keeps running", async (method) => {
    const { handler } = mounted();
    const url = await startLoopback(toNodeHandler(handler));
    const status = await new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      outgoing.on("error", reject).end();
    });
    expect(status).toBe(405);
    expect(await post(url, delivery())).toMatchObject({ status: 204 });
  });

  test("the signal aborts when the sender disconnects", async () => {
    const begun = deferred<AbortSignal>();
    const ended = deferred<void>();
    const handler = createWebhookHandler({
      secret: SECRET,
      on: {
        "document.created.v2": async (_event, { signal }) => {
          signal.addEventListener("abort", () => ended.resolve());
          begun.resolve(signal);
          await ended.promise;
        },
      },
    });
    const url = await startLoopback(toNodeHandler(handler));
    const gone = new AbortController();
    const { headers, body } = delivery();
    const sent = fetch(url, { method: "POST", headers, body, signal: gone.signal }).catch(() => "gone");
    expect((await begun.promise).aborted).toBe(false);
    gone.abort();
    await ended.promise;
    expect(await sent).toBe("gone");
  });
});
