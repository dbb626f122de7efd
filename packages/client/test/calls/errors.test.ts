import { once } from "node:events";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { v0_1 } from "@nectar-sdk/api-v0.1";
import { describe, expect, test } from "vitest";
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  createNectarClient,
  isApiError,
  isNectarError,
  NectarApiError,
  NectarConnectionError,
  NectarError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo, KEY } from "../support/test-client.ts";

const failing = (status: number, body: unknown = { detail: "no" }): Promise<LoopbackServer> =>
  startServer((_request, response) => sendJson(response, body, status, { "x-request-id": "req-1" }));

describe("the class of an error", () => {
  test.each([
    [400, BadRequestError, "BadRequestError"],
    [401, AuthenticationError, "AuthenticationError"],
    [403, PermissionError, "PermissionError"],
    [404, NotFoundError, "NotFoundError"],
    [405, NectarApiError, "NectarApiError"],
    [409, ConflictError, "ConflictError"],
    [418, NectarApiError, "NectarApiError"],
    [422, UnprocessableError, "UnprocessableError"],
    [429, RateLimitError, "RateLimitError"],
    [500, ServerError, "ServerError"],
    [501, ServerError, "ServerError"],
    [503, ServerError, "ServerError"],
    [599, ServerError, "ServerError"],
  ])("the class of an API error tells its status: %i", async (status, errorClass, name) => {
    const server = await failing(status);
    const error = await catchError(connect(server.url, { maxRetries: 0 }).companies.list());
    expect(Object.getPrototypeOf(error)).toBe(errorClass.prototype);
    expect(error).toBeInstanceOf(NectarApiError);
    expect(error).toBeInstanceOf(NectarError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, kind: "api", status });
  });
});

describe("an error of the API", () => {
  test("an API error says what was called, what came back and what was tried", async () => {
    const statuses = [503, 503];
    const server = await startServer((_request, response) => {
      const status = statuses.shift();
      if (status === undefined) sendJson(response, { detail: "no such document" }, 404, { "x-request-id": "req-1" });
      else sendJson(response, {}, status, { "retry-after": "0" });
    });
    const error = await catchError(connect(server.url).documents.retrieve("d1"));
    expect(error).toMatchObject({
      message: "documents.retrieve: 404 Not Found: no such document",
      status: 404,
      operation: "documents.retrieve",
      apiVersion: "v0.3",
      body: { detail: "no such document" },
      requestId: "req-1",
      attempts: [
        { status: 503, waited: 0 },
        { status: 503, waited: 0 },
        { status: 404, waited: 0 },
      ],
      retryAfter: undefined,
    });
    expect(new Headers(Object(error).headers).get("content-type")).toBe("application/json");
  });

  test("an API error has no request id if the API sends none", async () => {
    const nectar = connectTo(async () => Response.json({}, { status: 404 }));
    expect(await catchError(nectar.companies.list())).toMatchObject({ requestId: undefined });
  });

  test("an API error is safe and useful to log as JSON", async () => {
    const server = await failing(400, { detail: "no", name: ["too long"] });
    const error = await catchError(connect(server.url).sites.create("c1", { name: "A" }));
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "BadRequestError",
      message: "sites.create: 400 Bad Request: no",
      kind: "api",
      operation: "sites.create",
      apiVersion: "v0.3",
      status: 400,
      body: { detail: "no", name: ["too long"] },
      requestId: "req-1",
      attempts: [{ status: 400, waited: 0 }],
    });
  });
});

test("an error without a response has a cause and is safe to log", async () => {
  const nectar = connectTo(() => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })), {
    maxRetries: 0,
  });
  const error = await catchError(nectar.companies.list());
  expect(error).toBeInstanceOf(NectarConnectionError);
  expect(error).toMatchObject({
    message: "companies.list: no response from nectar.example: ECONNREFUSED",
    cause: { name: "TypeError", message: "fetch failed", cause: { message: "ECONNREFUSED" } },
  });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "NectarConnectionError",
    message: "companies.list: no response from nectar.example: ECONNREFUSED",
    kind: "connection",
    operation: "companies.list",
    apiVersion: "v0.3",
    attempts: [{ waited: 0 }],
  });
});

test("an unreachable host is a connection error", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = Object(server.address());
  server.close();
  await once(server, "close");
  const error = await catchError(connect(`http://127.0.0.1:${port}`, { maxRetries: 0 }).companies.list());
  expect(error).toMatchObject({ kind: "connection", operation: "companies.list" });
});

describe("a connection error", () => {
  /** A port without a listener. */
  async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = Object(server.address());
    server.close();
    await once(server, "close");
    return port;
  }

  test.each(["127.0.0.1", "localhost"])("a connection error names host and cause: %s", async (name) => {
    const port = await freePort();
    const nectar = connect(`http://${name}:${port}/gateway`, { maxRetries: 0 });
    const error = await catchError(nectar.documents.listByCompany("c1", { identifier: "secret-meter" }).page(1));
    expect(error).toMatchObject({
      kind: "connection",
      message: expect.stringMatching(
        new RegExp(
          `^documents\\.listByCompany: no response from ${name}:${port}: connect ECONNREFUSED (127\\.0\\.0\\.1|::1):${port}$`,
        ),
      ),
    });
    expect(inspect(error)).not.toContain("secret-meter");
  });

  test("a connection error shows neither the query of a URL nor the key", async () => {
    const nectar = connectTo(
      async (input, init) => {
        const key = new Headers(init.headers).get("x-api-key");
        throw new TypeError(`error sending request for url (${String(input)}): key ${key} refused`);
      },
      { maxRetries: 0 },
    );
    const error = await catchError(nectar.documents.listByCompany("c1", { identifier: "secret-(meter)" }).page(1));
    expect(error).toHaveProperty(
      "message",
      "documents.listByCompany: no response from nectar.example: error sending request for url (https://nectar.example/document/company/c1): key [redacted] refused",
    );
    expect(inspect(error)).not.toMatch(/secret|meter\)|nectar-test-key/);
  });

  test("a connection error says that the response broke off", async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("[", () => response.destroy());
    });
    const error = await catchError(connect(server.url, { maxRetries: 0 }).companies.list());
    expect(error).toMatchObject({ kind: "connection", attempts: [{ status: 200 }] });
    expect(error).toHaveProperty(
      "message",
      expect.stringMatching(/^companies\.list: the response from 127\.0\.0\.1:\d+ broke off: ./),
    );
  });

  test("a connection error shows the code of a cause without a message", async () => {
    const cause = Object.assign(new Error(""), { code: "ECONNREFUSED" });
    const error = await catchError(connectTo(() => Promise.reject(cause), { maxRetries: 0 }).companies.list());
    expect(error).toHaveProperty("message", "companies.list: no response from nectar.example: ECONNREFUSED");
  });
});

describe("an API error whose body breaks off", () => {
  test.each([400, 404, 422, 503])(
    "an API error whose body breaks off keeps its status, the beginning of its body, and the break as its cause: %i",
    async (status) => {
      const server = await startServer((_request, response) => {
        response.writeHead(status, {
          "content-type": "application/json",
          "content-length": 100,
          "x-request-id": "req-1",
        });
        response.write('{"detail":"no', () => response.destroy());
      });
      const nectar = connect(server.url, { maxRetries: 0 });
      const error = await catchError(nectar.companies.list());
      expect(error).toBeInstanceOf(NectarApiError);
      expect(error).toMatchObject({
        status,
        body: '{"detail":"no',
        requestId: "req-1",
        attempts: [{ status, waited: 0 }],
      });
      expect(Object(error).cause).toBeInstanceOf(Error);

      const { error: value, response } = await nectar.raw.GET("/company");
      expect([value, response.status]).toEqual(['{"detail":"no', status]);
      expect(server.requests).toHaveLength(2);
    },
  );

  test("an API error whose body breaks off at once has no body", async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(403, { "content-length": 100 });
      response.flushHeaders();
      setImmediate(() => response.destroy());
    });
    const error = await catchError(connect(server.url).companies.list());
    expect(error).toMatchObject({ kind: "api", status: 403, body: undefined });
    expect(server.requests).toHaveLength(1);
  });

  test("a status whose body breaks off is retried like any other", async () => {
    const server = await startServer((_request, response) => {
      if (server.requests.length > 1) return sendJson(response, []);
      response.writeHead(503, { "content-length": 100, "retry-after": "0" });
      response.write("x", () => response.destroy());
    });
    expect(await connect(server.url).companies.list()).toEqual([]);
  });
});

describe("a timeout error", () => {
  const never = (): Promise<Response> => new Promise(() => {});

  test.each([
    [{ timeout: 20 }, {}, "timeout"],
    [{}, { timeout: 20 }, "timeout"],
    [{ deadline: 20 }, {}, "deadline"],
    [{ deadline: 60_000, timeout: 60_000 }, { deadline: 20 }, "deadline"],
  ] as const)("a timeout error names the limit and its length: %j %j", async (options, callOptions, option) => {
    const nectar = connectTo(never, { maxRetries: 0, ...options });
    const error = await catchError(nectar.documents.retrieve("d1", callOptions));
    const what = option === "timeout" ? "an attempt" : "the call";
    expect(error).toMatchObject({
      kind: "timeout",
      message: `documents.retrieve: no response after 20 ms, the \`${option}\` of ${what}`,
      limit: { option, milliseconds: 20 },
    });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ limit: { option, milliseconds: 20 } });
  });

  test("a timeout error of a list names the deadline of the whole list", async () => {
    const list = connectTo(never).documents.listByCompany("c1", {}, { deadline: 30 });
    expect(await catchError(list.toArray())).toMatchObject({
      message: "documents.listByCompany: no response after 30 ms, the `deadline` of the call",
      limit: { option: "deadline", milliseconds: 30 },
    });
  });
});

describe("isApiError", () => {
  test("isApiError recognises refusals of the API by operation and status", async () => {
    const server = await failing(400);
    const error = await catchError(connect(server.url).sites.create("c1", { name: "A" }));
    expect([
      isApiError(error),
      isApiError(error, "sites.create"),
      isApiError(error, "sites.create", 400),
      isApiError(error, undefined, 400),
      isApiError(error, "sites.create", 404),
      isApiError(error, "companies.create", 400),
    ]).toEqual([true, true, true, true, false, false]);
  });

  test("isApiError recognises nothing else", async () => {
    const lost = await catchError(connectTo(() => Promise.reject(new Error("x")), { maxRetries: 0 }).companies.list());
    const others = [lost, new Error("x"), { kind: "api", status: 400 }, null, undefined, "api", 400, () => {}];
    expect(others.map((value) => isApiError(value))).toEqual(others.map(() => false));
    expect(isNectarError(lost)).toBe(true);
  });

  test("isApiError of a client applies to its own API version", async () => {
    const server = await failing(400);
    const nectar = connect(server.url);
    const older = createNectarClient(v0_1, { apiKey: KEY, baseUrl: server.url });
    const error = await catchError(nectar.sites.create("c1", { name: "A" }));
    const olderError = await catchError(older.sites.create("c1", { name: "A" }));
    expect(nectar.isApiError(error, "sites.create", 400)).toBe(true);
    expect(nectar.with({}).isApiError(error, "sites.create", 400)).toBe(true);
    expect(nectar.isApiError(olderError, "sites.create", 400)).toBe(false);
    expect(older.isApiError(olderError, "sites.create", 400)).toBe(true);
    expect(older.isApiError(error, "sites.create", 400)).toBe(false);
    expect(nectar.isApiError(error, "companies.create", 400)).toBe(false);
  });
});
