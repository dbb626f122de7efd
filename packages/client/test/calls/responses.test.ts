import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ResponseTooLargeError, UnexpectedContentError } from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

const HTML = "<!doctype html><title>Maintenance</title>";

/** Starts a server that responds with these bytes. */
function replyWith(
  body: string | Uint8Array,
  contentType: string | undefined,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<LoopbackServer> {
  return startServer((_request, response) =>
    response.writeHead(status, { ...(contentType && { "content-type": contentType }), ...headers }).end(body),
  );
}

const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");

describe("response data", () => {
  test.each([
    ["UTF-8", Buffer.from('{"name":"Zürich 💡"}'), "application/json"],
    ["UTF-8 that is named", Buffer.from('{"name":"Zürich 💡"}'), "application/json; charset=utf-8"],
    ["UTF-8 behind a byte order mark", Buffer.from('\ufeff{"name":"Zürich 💡"}'), "application/json"],
    ["UTF-16LE", utf16('{"name":"Zürich 💡"}'), "application/json; charset=utf-16le"],
    ["UTF-16LE behind a byte order mark", utf16('\ufeff{"name":"Zürich 💡"}'), 'application/json; charset="UTF-16LE"'],
    ["an unknown charset", Buffer.from('{"name":"Zürich 💡"}'), "application/json; charset=martian"],
    ["no content type", Buffer.from('{"name":"Zürich 💡"}'), undefined],
    ["another content type", Buffer.from('{"name":"Zürich 💡"}'), "text/plain"],
  ])("data is read from %s", async (_what, body, contentType) => {
    const server = await replyWith(body, contentType);
    expect(await connect(server.url).documents.retrieve("d1")).toEqual({ name: "Zürich 💡" });
  });

  test("data is read from ISO-8859-1", async () => {
    const server = await replyWith(Buffer.from('{"name":"Zürich"}', "latin1"), "application/json; charset=iso-8859-1");
    const nectar = connect(server.url);
    expect(await nectar.documents.retrieve("d1")).toEqual({ name: "Zürich" });
    expect((await nectar.raw.GET("/company")).data).toEqual({ name: "Zürich" });
  });

  test("data is read from a compressed body", async () => {
    const server = await replyWith(gzipSync('{"name":"Zürich"}'), "application/json", 200, {
      "content-encoding": "gzip",
    });
    expect(await connect(server.url).documents.retrieve("d1")).toEqual({ name: "Zürich" });
  });

  test("data is undefined after 204, for a resource and for a raw call", async () => {
    const server = await startServer((_request, response) => response.writeHead(204).end());
    const nectar = connect(server.url);
    expect(await nectar.sites.delete("s1")).toBeUndefined();
    expect(await nectar.documents.retrieve("d1")).toBeUndefined();
    const { data, response } = await nectar.raw.DELETE("/site/{site_id}", { params: { path: { site_id: "s1" } } });
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  test("an unexpected body is not returned", async () => {
    const server = await replyWith('{"gone":true}', "application/json");
    expect(await connect(server.url).sites.delete("s1")).toBeUndefined();
  });

  test("property names of a prototype in data are safe", async () => {
    const server = await replyWith('{"__proto__":{"polluted":true},"constructor":1,"toString":2}', "application/json");
    const data: unknown = await connect(server.url).documents.retrieve("d1");
    expect(Object.keys(Object(data))).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect("polluted" in {}).toBe(false);
  });
});

describe("a successful response with unexpected content", () => {
  test.each([
    ["HTML", HTML, "text/html; charset=utf-8"],
    ["HTML that says it is JSON", HTML, "application/json"],
    ["JSON that breaks off", '{"id":"d1","name":', "application/json"],
    ["nothing", "", "application/json"],
    ["nothing without a type", "", undefined],
  ])("unexpected content is an UnexpectedContentError: %s", async (_what, body, contentType) => {
    const server = await replyWith(body, contentType);
    const error = await catchError(connect(server.url).documents.retrieve("d1"));
    expect(error).toBeInstanceOf(UnexpectedContentError);
    expect(error).toMatchObject({
      kind: "unexpected-content",
      name: "UnexpectedContentError",
      message: `documents.retrieve: expected JSON, got 200 with ${contentType ?? "no content type"}`,
      status: 200,
      contentType,
      preview: body,
      operation: "documents.retrieve",
      apiVersion: "v0.3",
      attempts: [{ status: 200, waited: 0 }],
    });
    expect(server.requests).toHaveLength(1);
  });

  test("the error of unexpected content shows at most its first 1,024 characters", async () => {
    const server = await replyWith("x".repeat(100_000), "text/html", 201);
    const error = await catchError(connect(server.url).sites.create("c1", { name: "A" }));
    expect(error).toMatchObject({ status: 201, preview: "x".repeat(1_024) });
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });

  test("a raw call also rejects unexpected content, but accepts an empty body", async () => {
    const server = await replyWith(HTML, "text/html");
    expect(await catchError(connect(server.url).raw.GET("/company"))).toMatchObject({ kind: "unexpected-content" });
    const chunked = await startServer((_request, response) => response.writeHead(200).end());
    expect((await connect(chunked.url).raw.GET("/company")).data).toBeUndefined();
  });
});

describe("a successful response that is too long", () => {
  /** Two hundred megabytes of spaces, in 200 kB. */
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, " "));

  test("a response ends at 64 MB with its own error, without a retry", { timeout: 60_000 }, async () => {
    const server = await replyWith(bomb, "application/json", 200, { "content-encoding": "gzip" });
    const before = process.memoryUsage.rss();
    const error = await catchError(connect(server.url, { maxRetries: 5 }).documents.retrieve("d1"));
    expect(error).toBeInstanceOf(ResponseTooLargeError);
    expect(error).toMatchObject({
      name: "ResponseTooLargeError",
      kind: "response-too-large",
      message: "documents.retrieve: the response (200) is longer than `maxResponseBytes`, 67108864 bytes",
      limit: 67_108_864,
      status: 200,
      operation: "documents.retrieve",
      attempts: [{ status: 200, waited: 0 }],
    });
    expect(server.requests).toHaveLength(1);
    expect(process.memoryUsage.rss() - before).toBeLessThan(700 * 1024 * 1024);
  });

  test("the limit of a response is an option of the client and of the call", async () => {
    const text = JSON.stringify({ id: "é".repeat(500) });
    const server = await replyWith(text, "application/json");
    const size = Buffer.byteLength(text);
    expect(await connect(server.url, { maxResponseBytes: size }).documents.retrieve("d1")).toEqual(JSON.parse(text));
    const nectar = connect(server.url, { maxResponseBytes: size - 1 });
    expect(await catchError(nectar.documents.retrieve("d1"))).toMatchObject({
      kind: "response-too-large",
      limit: size - 1,
    });
    expect(await nectar.documents.retrieve("d1", { maxResponseBytes: Number.POSITIVE_INFINITY })).toEqual(
      JSON.parse(text),
    );
    const call = connect(server.url).documents.retrieve("d1", { maxResponseBytes: 10 });
    expect(await catchError(call)).toMatchObject({ limit: 10 });
    expect(
      await catchError(connect(server.url).documents.listByCompany("c1", {}, { maxResponseBytes: 10 }).first()),
    ).toMatchObject({ limit: 10 });
  });

  test("the limit applies to each way of reading except streams", async () => {
    const server = await replyWith("x".repeat(1_000), "text/plain");
    const { raw } = connect(server.url, { maxResponseBytes: 999 });
    for (const parseAs of ["json", "text", "blob", "arrayBuffer"] as const) {
      expect(await catchError(raw.GET("/company", { parseAs }))).toMatchObject({
        kind: "response-too-large",
        status: 200,
      });
      const { data } = await raw.GET("/company", {
        parseAs: parseAs === "json" ? "text" : parseAs,
        maxResponseBytes: 1_000,
      });
      expect(data).toBeDefined();
    }
    const { data } = await raw.GET("/company", { parseAs: "stream" });
    expect((await new Response(data ?? null).text()).length).toBe(1_000);
  });

  test("the limit does not apply to error responses, which are cut", async () => {
    const server = await replyWith("x".repeat(1_000), "text/plain", 400);
    const error = await catchError(connect(server.url, { maxResponseBytes: 10 }).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 400, body: "x".repeat(1_000) });
  });

  test("the client drops a response that is too long, and the connection ends although the server continues", async () => {
    let ended: (isEnded: boolean) => void = () => {};
    const closed = new Promise<boolean>((resolve) => {
      ended = resolve;
    });
    const server = await startServer((_request, response) => {
      response.on("close", () => ended(true));
      response.writeHead(200, { "content-type": "application/json" });
      const send = (): void => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
        if (!response.destroyed) response.once("drain", send);
      };
      send();
    });
    const error = await catchError(connect(server.url, { maxResponseBytes: 1_000_000 }).companies.list());
    expect(error).toMatchObject({ kind: "response-too-large" });
    expect(await closed).toBe(true);
  });
});

describe("the body of an API error", () => {
  test.each([
    ["JSON, parsed", '{"detail":"no","name":["too long"]}', "application/json", { detail: "no", name: ["too long"] }],
    ["a list, parsed", '["no"]', "application/json", ["no"]],
    ["text", "Bad Gateway", "text/plain", "Bad Gateway"],
    ["HTML, as text", HTML, "text/html", HTML],
    ["JSON that breaks off, as text", '{"detail":', "application/json", '{"detail":'],
    ["text in its charset", Buffer.from("Zürich", "latin1"), "text/plain; charset=iso-8859-1", "Zürich"],
    ["behind a byte order mark", '\ufeff{"detail":"no"}', "application/json", { detail: "no" }],
  ])("the body of an API error is %s", async (_what, body, contentType, expected) => {
    const server = await replyWith(body, contentType, 400);
    const nectar = connect(server.url);
    expect(await catchError(nectar.companies.list())).toMatchObject({ kind: "api", status: 400, body: expected });
    expect((await nectar.raw.GET("/company")).error).toEqual(expected);
  });

  test.each([
    ["with a length", { "content-length": "0" }],
    ["without a length", { "transfer-encoding": "chunked" }],
  ])("the body of an API error is undefined if it is empty, %s", async (_what, headers) => {
    const server = await startServer((_request, response) => response.writeHead(401, headers).end());
    expect(await catchError(connect(server.url).companies.list())).toMatchObject({ status: 401, body: undefined });
  });

  test("the body of an API error is undefined if a fetch returns none", async () => {
    const nectar = connectTo(async () => new Response(null, { status: 404 }));
    expect(await catchError(nectar.companies.list())).toMatchObject({ kind: "api", status: 404, body: undefined });
    expect((await nectar.raw.GET("/company")).response.status).toBe(404);
  });

  test("the body of an API error is text if its JSON exceeds the limit", async () => {
    const server = await startServer((_request, response) => sendJson(response, { detail: "x".repeat(100_000) }, 400));
    const error = await catchError(connect(server.url).companies.list());
    expect(error).toMatchObject({ body: `{"detail":"${"x".repeat(64 * 1024 - 11)}` });
  });

  test.each([
    ['{"detail":{"toString":1,"valueOf":2}}', "companies.list: 400 Bad Request"],
    ['{"detail":["a","b"]}', "companies.list: 400 Bad Request"],
    ['{"detail":"no such site"}', "companies.list: 400 Bad Request: no such site"],
    ['{"__proto__":{"detail":"x"}}', "companies.list: 400 Bad Request"],
    ["null", "companies.list: 400 Bad Request"],
  ])("the message of an API error contains a detail that is a string: %s", async (body, message) => {
    const server = await replyWith(body, "application/json", 400);
    expect(await catchError(connect(server.url).companies.list())).toMatchObject({ kind: "api", message });
  });

  test("the body of an API error may be nested deeper than the stack allows", async () => {
    const depth = 30_000;
    const server = await replyWith(`${"[".repeat(depth)}${"]".repeat(depth)}`, "application/json", 400);
    const error = await catchError(connect(server.url).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 400 });
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });
});

describe("property names of a prototype in arguments", () => {
  test("property names of a prototype fill no path and are not sent in query or headers", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const { raw } = connect(server.url);
    const inherited = Object.create({ document_id: "d1", page: 7, "x-inherited": "1" });
    const missing = raw.GET("/document/{document_id}", { params: { path: inherited } });
    expect(await catchError(missing)).toMatchObject({ kind: "validation", operation: "documents.retrieve" });
    await raw.GET("/usage/site/{site_id}", {
      params: { path: { site_id: "s1" }, query: inherited },
      headers: inherited,
    });
    await raw.GET("/company", { headers: JSON.parse('{"__proto__":"x","constructor":"y"}') });
    const [first, second] = server.requests;
    expect([first?.url, first?.headers["x-inherited"]]).toEqual(["/usage/site/s1", undefined]);
    expect(second?.url).toBe("/company");
    expect(Object.hasOwn({}, "x")).toBe(false);
  });

  test("property names of a prototype are data in a body, and a segment in a path", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const nectar = connect(server.url);
    await nectar.documents.retrieve("__proto__");
    await nectar.sites.create("constructor", JSON.parse('{"name":"A","__proto__":{"x":1}}'));
    expect(server.requests.map(({ url, body }) => [url, body.toString()])).toEqual([
      ["/document/__proto__", ""],
      ["/site/company/constructor", '{"name":"A","__proto__":{"x":1}}'],
    ]);
  });
});

describe("a query", () => {
  test("a query has lists as repeated keys, booleans as words, dates as days, and no empty values", async () => {
    const server = await startServer((_request, response) => sendJson(response, { documents: [], hasNext: false }));
    const nectar = connect(server.url);
    await nectar.documents
      .listByCompany("c1", {
        datasourceType: ["GAS", "WATER"],
        isDeleted: true,
        identifier: "",
        startDate: "2026-01-01",
        endDate: undefined,
      })
      .page(3);
    const query: Record<string, unknown> = {
      startDate: new Date("2026-03-01T23:30:00Z"),
      endDate: null,
      sites: ["a", "b"],
    };
    await nectar.raw.GET("/connection/company/{company_id}", { params: { path: { company_id: "c1" }, query } });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/document/company/c1?datasourceType=GAS&datasourceType=WATER&isDeleted=true&startDate=2026-01-01&page=3",
      "/connection/company/c1?startDate=2026-03-01&sites=a&sites=b",
    ]);
  });

  test("an invalid query is rejected before sending, with operation and parameter", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const query: Record<string, unknown> = { identifier: { like: "x" } };
    const call = connect(server.url).raw.GET("/usage/site/{site_id}", { params: { path: { site_id: "s1" }, query } });
    expect(await catchError(call)).toMatchObject({
      kind: "validation",
      operation: "usageData.listBySite",
      message: expect.stringContaining('usageData.listBySite: query parameter "identifier" must be'),
    });
    expect(server.requests).toEqual([]);
  });
});
