import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ResponseTooLargeError, UnexpectedContentError } from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { connect, connectTo, failureOf } from "../support/test-client.ts";

const HTML = "<!doctype html><title>Maintenance</title>";

/** A server that answers with these bytes. */
function answering(
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

describe("data", () => {
  test.each([
    ["UTF-8", Buffer.from('{"name":"Zürich 💡"}'), "application/json"],
    ["UTF-8 that is named", Buffer.from('{"name":"Zürich 💡"}'), "application/json; charset=utf-8"],
    ["UTF-8 behind a byte order mark", Buffer.from('\ufeff{"name":"Zürich 💡"}'), "application/json"],
    ["UTF-16LE", utf16('{"name":"Zürich 💡"}'), "application/json; charset=utf-16le"],
    ["UTF-16LE behind a byte order mark", utf16('\ufeff{"name":"Zürich 💡"}'), 'application/json; charset="UTF-16LE"'],
    ["a charset that nobody knows", Buffer.from('{"name":"Zürich 💡"}'), "application/json; charset=martian"],
    ["a content type that is none", Buffer.from('{"name":"Zürich 💡"}'), undefined],
    ["another content type", Buffer.from('{"name":"Zürich 💡"}'), "text/plain"],
  ])("comes out of %s", async (_what, body, contentType) => {
    const server = await answering(body, contentType);
    expect(await connect(server.url).documents.retrieve("d1")).toEqual({ name: "Zürich 💡" });
  });

  test("comes out of ISO-8859-1", async () => {
    const server = await answering(Buffer.from('{"name":"Zürich"}', "latin1"), "application/json; charset=iso-8859-1");
    const nectar = connect(server.url);
    expect(await nectar.documents.retrieve("d1")).toEqual({ name: "Zürich" });
    expect((await nectar.raw.GET("/company")).data).toEqual({ name: "Zürich" });
  });

  test("comes out of a compressed body", async () => {
    const server = await answering(gzipSync('{"name":"Zürich"}'), "application/json", 200, {
      "content-encoding": "gzip",
    });
    expect(await connect(server.url).documents.retrieve("d1")).toEqual({ name: "Zürich" });
  });

  test("is undefined with 204, for a resource and for a raw call", async () => {
    const server = await startServer((_request, response) => response.writeHead(204).end());
    const nectar = connect(server.url);
    expect(await nectar.sites.delete("s1")).toBeUndefined();
    expect(await nectar.documents.retrieve("d1")).toBeUndefined();
    const { data, response } = await nectar.raw.DELETE("/site/{site_id}", { params: { path: { site_id: "s1" } } });
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  test("that nobody promised is not handed out", async () => {
    const server = await answering('{"gone":true}', "application/json");
    expect(await connect(server.url).sites.delete("s1")).toBeUndefined();
  });

  test("may have names that are those of a prototype, and harms none", async () => {
    const server = await answering('{"__proto__":{"polluted":true},"constructor":1,"toString":2}', "application/json");
    const data: unknown = await connect(server.url).documents.retrieve("d1");
    expect(Object.keys(Object(data))).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect("polluted" in {}).toBe(false);
  });
});

describe("an answer of success that is not what was promised", () => {
  test.each([
    ["HTML", HTML, "text/html; charset=utf-8"],
    ["HTML that says it is JSON", HTML, "application/json"],
    ["JSON that breaks off", '{"id":"d1","name":', "application/json"],
    ["nothing", "", "application/json"],
    ["nothing without a type", "", undefined],
  ])("is an UnexpectedContentError: %s", async (_what, body, contentType) => {
    const server = await answering(body, contentType);
    const error = await failureOf(connect(server.url).documents.retrieve("d1"));
    expect(error).toBeInstanceOf(UnexpectedContentError);
    expect(error).toMatchObject({
      kind: "unexpected-content",
      name: "UnexpectedContentError",
      message: `documents.retrieve: expected JSON, got 200 with ${contentType ?? "no content type"}`,
      status: 200,
      contentType,
      preview: body,
      operation: "document_retrieve",
      apiVersion: "v2.2",
      attempts: [{ status: 200, waited: 0 }],
    });
    expect(server.requests).toHaveLength(1);
  });

  test("shows its first 1,024 characters and no more", async () => {
    const server = await answering("x".repeat(100_000), "text/html", 201);
    const error = await failureOf(connect(server.url).sites.create("c1", { name: "A" }));
    expect(error).toMatchObject({ status: 201, preview: "x".repeat(1_024) });
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });

  test("is thrown by a raw call, too, but an empty body is no data there", async () => {
    const server = await answering(HTML, "text/html");
    expect(await failureOf(connect(server.url).raw.GET("/company"))).toMatchObject({ kind: "unexpected-content" });
    const chunked = await startServer((_request, response) => response.writeHead(200).end());
    expect((await connect(chunked.url).raw.GET("/company")).data).toBeUndefined();
  });
});

describe("an answer of success that is too large", () => {
  /** Two hundred megabytes of blanks, in 200 kB. */
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, " "));

  test("ends at 64 MB, once, with an error of its own", { timeout: 60_000 }, async () => {
    const server = await answering(bomb, "application/json", 200, { "content-encoding": "gzip" });
    const before = process.memoryUsage.rss();
    const error = await failureOf(connect(server.url, { maxRetries: 5 }).documents.retrieve("d1"));
    expect(error).toBeInstanceOf(ResponseTooLargeError);
    expect(error).toMatchObject({
      name: "ResponseTooLargeError",
      kind: "response-too-large",
      message: "documents.retrieve: the response (200) is longer than `maxResponseBytes`, 67108864 bytes",
      limit: 67_108_864,
      status: 200,
      operation: "document_retrieve",
      attempts: [{ status: 200, waited: 0 }],
    });
    expect(server.requests).toHaveLength(1);
    expect(process.memoryUsage.rss() - before).toBeLessThan(700 * 1024 * 1024);
  });

  test("is one of the option of the client, or of the call", async () => {
    const text = JSON.stringify({ id: "é".repeat(500) });
    const server = await answering(text, "application/json");
    const size = Buffer.byteLength(text);
    expect(await connect(server.url, { maxResponseBytes: size }).documents.retrieve("d1")).toEqual(JSON.parse(text));
    const nectar = connect(server.url, { maxResponseBytes: size - 1 });
    expect(await failureOf(nectar.documents.retrieve("d1"))).toMatchObject({
      kind: "response-too-large",
      limit: size - 1,
    });
    expect(await nectar.documents.retrieve("d1", { maxResponseBytes: Number.POSITIVE_INFINITY })).toEqual(
      JSON.parse(text),
    );
    const call = connect(server.url).documents.retrieve("d1", { maxResponseBytes: 10 });
    expect(await failureOf(call)).toMatchObject({ limit: 10 });
    expect(
      await failureOf(connect(server.url).documents.listByCompany("c1", {}, { maxResponseBytes: 10 }).first()),
    ).toMatchObject({ limit: 10 });
  });

  test("is one in each way of reading but a stream, which is the caller's own", async () => {
    const server = await answering("x".repeat(1_000), "text/plain");
    const { raw } = connect(server.url, { maxResponseBytes: 999 });
    for (const parseAs of ["json", "text", "blob", "arrayBuffer"] as const) {
      expect(await failureOf(raw.GET("/company", { parseAs }))).toMatchObject({
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

  test("is not what an error of the API is: that is cut", async () => {
    const server = await answering("x".repeat(1_000), "text/plain", 400);
    const error = await failureOf(connect(server.url, { maxResponseBytes: 10 }).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 400, body: "x".repeat(1_000) });
  });

  test("is given up at once: the connection ends although the server goes on", async () => {
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
    const error = await failureOf(connect(server.url, { maxResponseBytes: 1_000_000 }).companies.list());
    expect(error).toMatchObject({ kind: "response-too-large" });
    expect(await closed).toBe(true);
  });
});

describe("the body of an error", () => {
  test.each([
    ["JSON, parsed", '{"detail":"no","name":["too long"]}', "application/json", { detail: "no", name: ["too long"] }],
    ["a list, parsed", '["no"]', "application/json", ["no"]],
    ["text", "Bad Gateway", "text/plain", "Bad Gateway"],
    ["HTML, as text", HTML, "text/html", HTML],
    ["JSON that breaks off, as text", '{"detail":', "application/json", '{"detail":'],
    ["text in its charset", Buffer.from("Zürich", "latin1"), "text/plain; charset=iso-8859-1", "Zürich"],
    ["behind a byte order mark", '\ufeff{"detail":"no"}', "application/json", { detail: "no" }],
  ])("is %s", async (_what, body, contentType, expected) => {
    const server = await answering(body, contentType, 400);
    const nectar = connect(server.url);
    expect(await failureOf(nectar.companies.list())).toMatchObject({ kind: "api", status: 400, body: expected });
    expect((await nectar.raw.GET("/company")).error).toEqual(expected);
  });

  test.each([
    ["with a length", { "content-length": "0" }],
    ["without a length", { "transfer-encoding": "chunked" }],
  ])("is undefined where it is empty, %s", async (_what, headers) => {
    const server = await startServer((_request, response) => response.writeHead(401, headers).end());
    expect(await failureOf(connect(server.url).companies.list())).toMatchObject({ status: 401, body: undefined });
  });

  test("is undefined where a fetch gives none", async () => {
    const nectar = connectTo(async () => new Response(null, { status: 404 }));
    expect(await failureOf(nectar.companies.list())).toMatchObject({ kind: "api", status: 404, body: undefined });
    expect((await nectar.raw.GET("/company")).response.status).toBe(404);
  });

  test("that is JSON longer than what is read of it is text", async () => {
    const server = await startServer((_request, response) => sendJson(response, { detail: "x".repeat(100_000) }, 400));
    const error = await failureOf(connect(server.url).companies.list());
    expect(error).toMatchObject({ body: `{"detail":"${"x".repeat(64 * 1024 - 11)}` });
  });

  test.each([
    ['{"detail":{"toString":1,"valueOf":2}}', "companies.list: 400 Bad Request"],
    ['{"detail":["a","b"]}', "companies.list: 400 Bad Request"],
    ['{"detail":"no such site"}', "companies.list: 400 Bad Request: no such site"],
    ['{"__proto__":{"detail":"x"}}', "companies.list: 400 Bad Request"],
    ["null", "companies.list: 400 Bad Request"],
  ])("gives its detail to the message where that is text: %s", async (body, message) => {
    const server = await answering(body, "application/json", 400);
    expect(await failureOf(connect(server.url).companies.list())).toMatchObject({ kind: "api", message });
  });

  test("may be nested deeper than any stack", async () => {
    const depth = 30_000;
    const server = await answering(`${"[".repeat(depth)}${"]".repeat(depth)}`, "application/json", 400);
    const error = await failureOf(connect(server.url).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 400 });
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });
});

describe("names of a prototype in what a caller gives", () => {
  test("fill no path, and are not sent in query or headers", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const { raw } = connect(server.url);
    const inherited = Object.create({ document_id: "d1", page: 7, "x-inherited": "1" });
    const missing = raw.GET("/document/{document_id}", { params: { path: inherited } });
    expect(await failureOf(missing)).toMatchObject({ kind: "validation", operation: "document_retrieve" });
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

  test("are data in a body, and a segment in a path", async () => {
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
  test("has lists as repeated keys, booleans as words, dates as days, and nothing that is empty", async () => {
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

  test("that cannot be sent is refused before the network, with operation and parameter", async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    const query: Record<string, unknown> = { identifier: { like: "x" } };
    const call = connect(server.url).raw.GET("/usage/site/{site_id}", { params: { path: { site_id: "s1" }, query } });
    expect(await failureOf(call)).toMatchObject({
      kind: "validation",
      operation: "usage_site_retrieve",
      message: expect.stringContaining('usageData.listBySite: query parameter "identifier" must be'),
    });
    expect(server.requests).toEqual([]);
  });
});
