import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Middleware, NectarValidationError } from "../../src/index.ts";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo, KEY } from "../support/test-client.ts";

describe("a raw call", () => {
  test("a raw call returns data, or the error as a value, with the response", async () => {
    const server = await startServer(({ url }, response) =>
      url === "/document/d1" ? sendJson(response, { id: "d1" }) : sendJson(response, { detail: "not here" }, 404),
    );
    const { raw } = connect(server.url);

    const found = await raw.GET("/document/{document_id}", { params: { path: { document_id: "d1" } } });
    expect(found.data).toEqual({ id: "d1" });
    expect(found.error).toBeUndefined();
    expect(found.response.status).toBe(200);

    const missing = await raw.GET("/document/{document_id}", { params: { path: { document_id: "d2" } } });
    expect(missing.data).toBeUndefined();
    expect(missing.error).toEqual({ detail: "not here" });
    expect(missing.response.status).toBe(404);
  });

  test("raw calls have each method, with path, query and body as in openapi-fetch", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const { raw } = connect(server.url);

    await raw.GET("/usage/site/{site_id}", {
      params: { path: { site_id: "s 1" }, query: { datasourceType: ["GAS", "WATER"], identifier: "" } },
    });
    await raw.POST("/site/company/{company_id}", { params: { path: { company_id: "c1" } }, body: { name: "A" } });
    await raw.PATCH("/site/{site_id}", { params: { path: { site_id: "s1" } }, body: { name: "B" } });
    await raw.DELETE("/site/{site_id}", { params: { path: { site_id: "s1" } } });
    await raw.request("get", "/company");

    expect(server.requests.map(({ method, url, body }) => [method, url, body.toString()])).toEqual([
      ["GET", "/usage/site/s%201?datasourceType=GAS&datasourceType=WATER", ""],
      ["POST", "/site/company/c1", '{"name":"A"}'],
      ["PATCH", "/site/s1", '{"name":"B"}'],
      ["DELETE", "/site/s1", ""],
      ["GET", "/company", ""],
    ]);
    for (const { headers } of server.requests) expect(headers["x-api-key"]).toBe(KEY);
  });

  test("a list that the document joins with commas is one value, in a resource method and a raw call", async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, { datasources: [], totalDatasources: 0, hasNext: false }),
    );
    const { datasources, raw } = connect(server.url);
    const query = { states: ["CA", "a,b c"] };

    await datasources.search(query).toArray();
    await raw.GET("/datasource", { params: { query } });

    expect(server.requests.map(({ url }) => url)).toEqual([
      "/datasource?states=CA,a%2Cb%20c&page=1",
      "/datasource?states=CA,a%2Cb%20c",
    ]);
  });

  test("raw calls support PUT, HEAD, OPTIONS and TRACE for paths of later versions", async () => {
    const server = await startServer((_request, response) => response.writeHead(204).end());
    const { raw } = connect(server.url);
    for (const method of ["PUT", "HEAD", "OPTIONS"] as const) {
      const call: unknown = Reflect.get(raw, method);
      if (typeof call !== "function") throw new Error(`no ${method}`);
      expect(await call("/later", { body: method === "PUT" ? { a: 1 } : undefined })).toMatchObject({
        data: undefined,
      });
    }
    expect(server.requests.map(({ method, body }) => [method, body.toString()])).toEqual([
      ["PUT", '{"a":1}'],
      ["HEAD", ""],
      ["OPTIONS", ""],
    ]);
  });

  test("a raw call with an unknown HTTP method is rejected", async () => {
    const { raw } = connect("https://nectar.example");
    for (const name of ["fetch", "constructor", "__proto__"]) {
      const request: unknown = Reflect.get(raw, "request");
      if (typeof request !== "function") throw new Error("no request");
      expect(await catchError(request(name, "/company"))).toBeInstanceOf(TypeError);
    }
  });

  test("a raw call accepts an empty response", async () => {
    const server = await startServer((_request, response) => response.writeHead(200, { "content-length": 0 }).end());
    const { data, response } = await connect(server.url).raw.GET("/company");
    expect([data, response.status]).toEqual([undefined, 200]);
  });

  test("a raw call throws if there is no response", async () => {
    const server = await startServer((_request, response) => response.destroy());
    expect(await catchError(connect(server.url, { maxRetries: 0 }).raw.GET("/company"))).toMatchObject({
      kind: "connection",
    });
  });

  test("a raw call has the same deadline, retries and limits as any other", async () => {
    const statuses = [503, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, [], statuses.shift(), { "retry-after": "0" }),
    );
    expect((await connect(server.url).raw.GET("/company")).response.status).toBe(200);
    expect(server.requests).toHaveLength(2);
    const never = await startServer(() => {});
    expect(await catchError(connect(never.url).raw.GET("/company", { deadline: 20 }))).toMatchObject({
      kind: "timeout",
    });
    expect(await catchError(connect(never.url).raw.GET("/company", { timeout: 20, maxRetries: 0 }))).toMatchObject({
      kind: "timeout",
    });
  });

  test("a raw call sends a form to an unknown path unchanged", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const form = new FormData();
    form.append("note", "hello");
    const post: unknown = Reflect.get(connect(server.url).raw, "POST");
    if (typeof post !== "function") throw new Error("no POST");
    await post("/later", { body: form });
    expect(server.requests[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(server.requests[0]?.body.toString()).toContain('name="note"\r\n\r\nhello');
  });
});

describe("options of a raw call", () => {
  test("a raw call adds, replaces and removes headers", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    const { raw } = connect(server.url, { headers: { "x-one": "client", "x-two": "client" } });
    await raw.GET("/company", { headers: { "x-one": "call", "x-two": null, "x-three": 3 } });
    await raw.GET("/company", { headers: new Headers({ "X-One": "call" }) });
    await raw.GET("/company", { headers: [["X-One", "call"]] });
    const [first, second, third] = server.requests.map(({ headers }) => headers);
    expect([first?.["x-one"], first?.["x-two"], first?.["x-three"]]).toEqual(["call", undefined, "3"]);
    expect([second?.["x-one"], second?.["x-two"]]).toEqual(["call", "client"]);
    expect([third?.["x-one"], third?.["x-two"]]).toEqual(["call", "client"]);
  });

  test("the fetch of a raw call gets a Request, as in openapi-fetch, with the key and the signal", async () => {
    const seen: unknown[] = [];
    const { raw } = connect("https://nectar.example");
    const { data } = await raw.POST("/site/company/{company_id}", {
      params: { path: { company_id: "c1" } },
      body: { name: "A" },
      fetch: async (request) => {
        seen.push(request instanceof Request, request.method, request.url, request.headers.get("x-api-key"));
        seen.push(request.redirect, await request.json());
        return Response.json({ id: "s1" });
      },
    });
    expect(data).toEqual({ id: "s1" });
    expect(seen).toEqual([true, "POST", "https://nectar.example/site/company/c1", KEY, "manual", { name: "A" }]);

    const controller = new AbortController();
    const call = raw.GET("/company", {
      signal: controller.signal,
      fetch: (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener("abort", () => {
            seen.push("aborted");
            reject(request.signal.reason);
          });
          controller.abort();
        }),
    });
    expect(await catchError(call)).toMatchObject({ kind: "abort" });
    await pause(1);
    expect(seen.at(-1)).toBe("aborted");
  });

  test("parseAs decides how a raw call reads its response", async () => {
    const server = await startServer((_request, response) => response.end('["é"]'));
    const { raw } = connect(server.url);
    const text = await raw.GET("/company", { parseAs: "text" });
    expect(text.data).toBe('["é"]');
    const blob = await raw.GET("/company", { parseAs: "blob" });
    expect(await blob.data?.text()).toBe('["é"]');
    const bytes = await raw.GET("/company", { parseAs: "arrayBuffer" });
    expect(bytes.data?.byteLength).toBe(6);
    const stream = await raw.GET("/company", { parseAs: "stream" });
    expect(await new Response(stream.data ?? null).text()).toBe('["é"]');
  });

  test("a raw call uses the serializers of the caller", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const { raw } = connect(server.url);
    await raw.GET("/usage/site/{site_id}", {
      params: { path: { site_id: "s1" }, query: { page: 2 } },
      querySerializer: ({ page }) => `seite=${page}`,
    });
    await raw.PATCH("/site/{site_id}", {
      params: { path: { site_id: "s1" } },
      body: { name: "A" },
      bodySerializer: (body) => `[${JSON.stringify(body)}]`,
      pathSerializer: (path) => path.replace("{site_id}", "other"),
    });
    expect(server.requests.map(({ url, body }) => [url, body.toString()])).toEqual([
      ["/usage/site/s1?seite=2", ""],
      ["/site/other", '[{"name":"A"}]'],
    ]);
  });

  test("a path serializer cannot bypass the check of the parameters", async () => {
    const call = connect("https://nectar.example").raw.GET("/site/{site_id}", {
      params: { path: { site_id: ".." } },
      pathSerializer: (path) => path.replace("{site_id}", "x"),
    });
    expect(await catchError(call)).toMatchObject({ kind: "validation", operation: "sites.retrieve" });
  });
});

describe("middleware", () => {
  test("middleware sees a real Request without the key, in raw calls and resource calls", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    const seen: unknown[] = [];
    const nectar = connect(server.url, { maxRetries: 0 });
    const look = (when: string, request: unknown): void => {
      seen.push([
        when,
        request instanceof Request && request.method,
        JSON.stringify([...new Headers(Object(request).headers)]),
      ]);
    };
    nectar.raw.use({
      onRequest: ({ request, schemaPath, id }) => {
        look(`onRequest ${schemaPath} ${typeof id}`, request);
      },
      onResponse: ({ request }) => look("onResponse", request),
      onError: ({ request }) => look("onError", request),
    });
    await nectar.raw.GET("/company");
    await nectar.companies.list();
    await catchError(nectar.with({ fetch: () => Promise.reject(new Error("offline")) }).companies.list());

    expect(seen.map((one) => Object(one).slice(0, 2))).toEqual([
      ["onRequest /company string", "GET"],
      ["onResponse", "GET"],
      ["onRequest /company string", "GET"],
      ["onResponse", "GET"],
      ["onRequest /company string", "GET"],
      ["onError", "GET"],
    ]);
    expect(JSON.stringify(seen)).not.toContain(KEY);
    for (const { headers } of server.requests) expect(headers["x-api-key"]).toBe(KEY);
  });

  test("middleware may change or replace the request, respond to it, and change the response", async () => {
    const server = await startServer(({ headers }, response) =>
      sendJson(response, [headers["x-changed"] ?? "", headers["x-replaced"] ?? ""]),
    );
    const { raw } = connect(server.url);
    const change: Middleware = { onRequest: ({ request }) => request.headers.set("x-changed", "yes") };
    const replace: Middleware = {
      onRequest: ({ request }) =>
        new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-replaced": "yes" } }),
    };
    raw.use(change, replace);
    expect((await raw.GET("/company")).data).toEqual(["yes", "yes"]);

    const reply: Middleware = { onRequest: () => Response.json(["from middleware"]) };
    expect((await raw.GET("/company", { middleware: [reply] })).data).toEqual(["from middleware"]);
    expect(server.requests).toHaveLength(1);

    const rewrite: Middleware = { onResponse: () => Response.json(["rewritten"]) };
    expect((await raw.GET("/company", { middleware: [rewrite] })).data).toEqual(["rewritten"]);
  });

  test("middleware runs around every attempt, the first one outermost", async () => {
    const statuses = [503, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, [], statuses.shift(), { "retry-after": "0" }),
    );
    const log: string[] = [];
    const named = (name: string): Middleware => ({
      onRequest: () => void log.push(`> ${name}`),
      onResponse: ({ response }) => void log.push(`< ${name} ${response.status}`),
    });
    const { raw } = connect(server.url);
    raw.use(named("a"), named("b"));
    await raw.GET("/company", { middleware: [named("c")] });
    const attempt = (status: number): string[] => [
      "> a",
      "> b",
      "> c",
      `< c ${status}`,
      `< b ${status}`,
      `< a ${status}`,
    ];
    expect(log).toEqual([...attempt(503), ...attempt(200)]);
  });

  test("middleware may recover from an error with a response", async () => {
    const { raw } = connect("https://nectar.example", { fetch: () => Promise.reject(new Error("offline")) });
    raw.use({ onError: () => Response.json(["from the cache"]) });
    expect((await raw.GET("/company")).data).toEqual(["from the cache"]);
  });

  test.each([1, "text", true, () => {}, {}, [], { onrequest: () => {} }, Symbol("x")])(
    "a value that is not middleware is rejected: %s",
    async (one) => {
      const server = await startServer((_request, response) => sendJson(response, []));
      const { raw } = connect(server.url);
      const seen: string[] = [];
      const good: Middleware = { onRequest: () => void seen.push("good") };
      const use = untyped(raw, "use");
      const error = await catchError(use(good, one));
      expect(error).toBeInstanceOf(NectarValidationError);
      expect(error).toHaveProperty("message", expect.stringContaining("`onRequest`, `onResponse` or `onError`"));
      expect(await catchError(untyped(raw, "GET")("/company", { middleware: [one] }))).toBeInstanceOf(
        NectarValidationError,
      );
      // None of the other arguments is used.
      await raw.GET("/company");
      expect([seen, server.requests.length]).toEqual([[], 1]);
    },
  );

  test.each([undefined, null, false, 0, ""])(
    "an empty middleware argument is ignored, as in openapi-fetch: %j",
    async (one) => {
      const server = await startServer((_request, response) => sendJson(response, []));
      const { raw } = connect(server.url);
      await untyped(raw, "use")(one, { onRequest: undefined });
      expect(await untyped(raw, "GET")("/company", { middleware: [one] })).toMatchObject({ data: [] });
    },
  );

  test("middleware can be ejected", async () => {
    const server = await startServer((_request, response) => sendJson(response, []));
    const { raw } = connect(server.url);
    const seen: string[] = [];
    const counting: Middleware = { onRequest: ({ schemaPath }) => void seen.push(schemaPath) };
    raw.use(counting);
    await raw.GET("/company");
    raw.eject(counting);
    await raw.GET("/company");
    expect(seen).toEqual(["/company"]);
  });

  test.each([200, 503])("an error of middleware fails the call, without a retry, after %i", async (status) => {
    const server = await startServer((_request, response) => sendJson(response, [], status, { "retry-after": "0" }));
    const error = new Error("mine");
    const { raw } = connect(server.url);
    raw.use({
      onResponse: () => {
        throw error;
      },
    });
    expect(await catchError(raw.GET("/company"))).toBe(error);
    expect(server.requests).toHaveLength(1);
  });

  test("middleware that copies the response does not delay a retry", async () => {
    let count = 0;
    const server = await startServer((_request, response) => {
      count += 1;
      if (count > 1) return sendJson(response, ["second"]);
      // A body without end: waiting for it would never end.
      response.writeHead(503, { "content-type": "application/json", "retry-after": "0" }).write('{"detail":');
    });
    const nectar = connect(server.url);
    const copies: Response[] = [];
    nectar.raw.use({ onResponse: ({ response }) => void copies.push(response.clone()) });
    expect(await nectar.companies.list()).toEqual(["second"]);
  });
});

describe("the body of a response", () => {
  /** A response whose body records whether it was cancelled. */
  function watchedResponse(status = 200): { readonly response: Response; readonly isCancelled: () => boolean } {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('["original"]')),
      pull: (controller) => controller.close(),
      cancel: () => {
        isCancelled = true;
      },
    });
    return { response: new Response(body, { status }), isCancelled: () => isCancelled };
  }

  test.each([200, 404])("a body that middleware replaces is cancelled: %i", async (status) => {
    const { response, isCancelled } = watchedResponse(status);
    const { raw } = connectTo(async () => response);
    raw.use({ onResponse: () => Response.json(["replaced"]) });
    expect((await raw.GET("/company")).data).toEqual(["replaced"]);
    expect(isCancelled()).toBe(true);
  });

  test("a body from middleware is cancelled when other middleware replaces it", async () => {
    const [first, second] = [watchedResponse(), watchedResponse()];
    const { raw } = connectTo(async () => first.response);
    raw.use({ onResponse: () => Response.json(["last"]) }, { onResponse: () => second.response });
    expect((await raw.GET("/company")).data).toEqual(["last"]);
    expect([first.isCancelled(), second.isCancelled()]).toEqual([true, true]);
  });

  test.each<[string, NonNullable<Middleware["onResponse"]>]>([
    ["has the same body", ({ response }) => new Response(response.body, { headers: { "x-new": "1" } })],
    ["is made of the body", ({ response }) => new Response(response.body?.pipeThrough(new TransformStream()))],
    ["is a copy", ({ response }) => response.clone()],
    ["is the same", ({ response }) => response],
  ])("a replaced body is still read if its replacement %s", async (_what, onResponse) => {
    const { response, isCancelled } = watchedResponse();
    const { raw } = connectTo(async () => response);
    raw.use({ onResponse });
    expect((await raw.GET("/company")).data).toEqual(["original"]);
    expect(isCancelled()).toBe(false);
  });

  test("the body of an error is bounded even if middleware created the response", async () => {
    const make = (): Response => new Response("x".repeat(100_000), { status: 400 });
    const server = await startServer((_request, response) => sendJson(response, {}, 400));
    for (const middleware of [{ onResponse: make }, { onRequest: make }, { onResponse: rebuild }]) {
      const { raw } = connect(server.url);
      raw.use(middleware);
      const { error } = await raw.GET("/company");
      expect(JSON.stringify(error).length).toBeLessThanOrEqual(65_536 + 2);
    }
  });
});

/** A raw method without its types. */
function untyped(raw: object, name: string): (...args: readonly unknown[]) => Promise<unknown> {
  const method: unknown = Reflect.get(raw, name);
  if (typeof method !== "function") throw new Error(`no ${name}`);
  return async (...args) => method(...args);
}

function rebuild({ response }: { readonly response: Response }): Response {
  return new Response(response.body, { status: response.status });
}
