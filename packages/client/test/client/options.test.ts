import { inspect } from "node:util";
import { v0_1 } from "@nectar-sdk/api-v0.1";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { describe, expect, test, vi } from "vitest";
import {
  createNectarClient,
  type NectarClientOptions,
  NectarConfigError,
  NectarValidationError,
} from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo, KEY } from "../support/test-client.ts";

/** Starts a server that returns an empty list. */
const listServer = (): Promise<LoopbackServer> => startServer((_request, response) => sendJson(response, []));

describe("the API key", () => {
  test("the API key may be a function, which is called for each attempt", async () => {
    const statuses = [503, 503, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, [], statuses.shift(), { "retry-after": "0" }),
    );
    let count = 0;
    await connect(server.url, { apiKey: async () => `key-number-${++count}` }).companies.list();
    expect(server.requests.map(({ headers }) => headers["x-api-key"])).toEqual([
      "key-number-1",
      "key-number-2",
      "key-number-3",
    ]);
  });

  test("the API key comes from the environment by default", async () => {
    vi.stubEnv("NECTAR_API_KEY", "key-of-the-environment");
    const server = await listServer();
    await createNectarClient(v0_3, { baseUrl: server.url }).companies.list();
    expect(server.requests[0]?.headers["x-api-key"]).toBe("key-of-the-environment");
  });

  test("a missing API key is reported at creation", () => {
    vi.stubEnv("NECTAR_API_KEY", "");
    expect(() => createNectarClient(v0_3)).toThrow(NectarConfigError);
    expect(() => createNectarClient(v0_3)).toThrow("set NECTAR_API_KEY");
  });

  test("the key of a function is checked before sending", async () => {
    const server = await listServer();
    const error = await catchError(connect(server.url, { apiKey: () => "two words" }).companies.list());
    expect(error).toMatchObject({ kind: "config", message: expect.not.stringContaining("two words") });
    expect(server.requests).toEqual([]);
  });

  test("a key function that fails also fails the call with the same error, without a retry", async () => {
    const server = await listServer();
    const error = new Error("the vault is closed");
    let count = 0;
    const apiKey = (): never => {
      count += 1;
      throw error;
    };
    expect(await catchError(connect(server.url, { apiKey }).companies.list())).toBe(error);
    expect([count, server.requests.length]).toEqual([1, 0]);
  });

  test("a key function that hangs ends with the timeout and is not called again", async () => {
    const server = await listServer();
    let count = 0;
    const apiKey = (): Promise<string> => {
      count += 1;
      return new Promise(() => {});
    };
    const error = await catchError(connect(server.url, { apiKey, timeout: 20 }).companies.list());
    expect(error).toMatchObject({ kind: "timeout", attempts: [] });
    expect([count, server.requests.length]).toEqual([1, 0]);
  });

  test("a key that arrives after its attempt has ended is not used", async () => {
    const giveKeys: ((key: string) => void)[] = [];
    const apiKey = (): Promise<string> => new Promise((resolve) => giveKeys.push(resolve));
    const urls: unknown[] = [];
    const fetch = async (input: unknown): Promise<Response> => {
      urls.push(input);
      return Response.json([]);
    };
    const error = await catchError(connectTo(fetch, { apiKey, timeout: 20 }).companies.list());
    expect(error).toMatchObject({ kind: "timeout" });
    for (const giveKey of giveKeys) giveKey(KEY);
    await new Promise((resolve) => setImmediate(resolve));
    expect([giveKeys.length, urls]).toEqual([1, []]);
  });
});

describe("headers", () => {
  test("the headers of the client go with every request, and those of a call override them; undefined removes one", async () => {
    const server = await listServer();
    const nectar = connect(server.url, { headers: { "X-One": "client", "x-two": "client", "user-agent": "mine" } });
    await nectar.companies.list();
    await nectar.companies.list({
      headers: { "x-one": "call", "X-Two": undefined, accept: "application/problem+json" },
    });
    const [first, second] = server.requests.map(({ headers }) => headers);
    expect(first).toMatchObject({ "x-one": "client", "x-two": "client", "user-agent": "mine" });
    expect(second).toMatchObject({ "x-one": "call", "user-agent": "mine", accept: "application/problem+json" });
    expect(second).not.toHaveProperty("x-two");
  });

  test("a header names the SDK as the user agent, unless the caller sets another or none", async () => {
    const server = await listServer();
    const nectar = connect(server.url);
    await nectar.companies.list();
    await nectar.raw.GET("/company");
    await nectar.companies.list({ headers: { "User-Agent": "mine" } });
    await nectar.with({ headers: { "User-Agent": "ours" } }).raw.GET("/company");
    await nectar.raw.GET("/company", { headers: { "User-Agent": null } });
    const agents = server.requests.map(({ headers }) => headers["user-agent"]);
    const sdk = expect.stringMatching(/^nectar-sdk-client\/\S+$/);
    expect(agents).toEqual([sdk, sdk, "mine", "ours", expect.not.stringContaining("nectar")]);
  });

  test.each([
    ["text beyond Latin-1", "Zürich – Łódź"],
    ["a line break", "secret\nx-evil: 1"],
    ["a carriage return", "secret\rx"],
    ["a line break at its end", "secret\n"],
    ["a zero byte", "secret\0"],
    ["a control character", "secret\u0007"],
    ["an object", { secret: "secret" }],
    ["a symbol", Symbol("secret")],
    ["a function", () => "secret"],
    ["a value that cannot become text", { toString: () => Promise.reject(new Error("secret")) }],
  ])("the error of an invalid header names it and does not show its value: %s", async (_what, value) => {
    const server = await listServer();
    const headers = JSON.parse("{}");
    headers["X-One"] = value;
    const problem = 'header "X-One" must be';

    expect(() => connect(server.url, { headers })).toThrow(NectarConfigError);
    expect(() => connect(server.url).with({ headers })).toThrow(problem);
    const nectar = connect(server.url);
    const inHook = connect(server.url, {
      hooks: { onRequest: (event) => event.headers.set("X-One", headers["X-One"]) },
    });
    const appended = connect(server.url, {
      hooks: { onRequest: (event) => event.headers.append("X-One", headers["X-One"]) },
    });
    const errors = [
      await catchError(nectar.companies.list({ headers })),
      await catchError(nectar.sites.delete("s1", { headers })),
      await catchError(nectar.documents.listByCompany("c1", {}, { headers }).first()),
      await catchError(nectar.raw.GET("/company", { headers })),
      await catchError(nectar.raw.GET("/company", { headers: [["X-One", headers["X-One"]]] })),
      await catchError(inHook.companies.list()),
      await catchError(appended.companies.list()),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(NectarValidationError);
      expect(error).toHaveProperty("message", expect.stringContaining(problem));
      expect(inspect(error)).not.toMatch(/secret|Łódź/);
    }
    expect(server.requests).toEqual([]);
  });

  test("the error of an invalid header name shows neither name nor value", async () => {
    const nectar = connectTo(async () => Response.json([]));
    for (const name of ["two words", "line\nbreak", "", "naïve", "x:"]) {
      const headers = { [name]: "secret" };
      expect(() => nectar.with({ headers })).toThrow(NectarConfigError);
      const error = await catchError(nectar.companies.list({ headers }));
      expect(error).toMatchObject({ kind: "validation", message: expect.stringContaining("a name in `headers`") });
      expect(inspect(error)).not.toContain("secret");
    }
  });

  test("headers may have any Latin-1 text, numbers and booleans, and hooks see them unchanged", async () => {
    const server = await listServer();
    const headers = JSON.parse('{ "x-latin": "Zürich\\tÿ", "x-number": 7, "x-true": true, "x-empty": "" }');
    const seen: unknown[] = [];
    const hooks = {
      onRequest: ({ headers }: { headers: Headers }) => void seen.push(headers, headers.get("x-number")),
    };
    await connect(server.url, { headers, hooks }).companies.list();
    expect(server.requests[0]?.headers).toMatchObject({ "x-number": "7", "x-true": "true", "x-empty": "" });
    expect(Buffer.from(String(server.requests[0]?.headers["x-latin"]), "latin1").toString("latin1")).toBe("Zürich\tÿ");
    expect(seen).toEqual([expect.any(Headers), "7"]);
    expect(inspect(seen[0])).toContain("x-number");
  });

  test("headers cannot replace the key", async () => {
    const server = await listServer();
    await connect(server.url, { headers: { "x-api-key": "another" } }).companies.list({
      headers: { "X-Api-Key": "third" },
    });
    expect(server.requests[0]?.headers["x-api-key"]).toBe(KEY);
  });
});

describe("baseUrl", () => {
  test("baseUrl comes from the API version by default, and the key is sent only there", async () => {
    vi.stubEnv("NECTAR_BASE_URL", undefined);
    const urls: string[] = [];
    const fetch = async (input: string | Request): Promise<Response> => {
      urls.push(String(input));
      return Response.json([]);
    };
    await createNectarClient(v0_3, { apiKey: KEY, fetch }).companies.list();
    await createNectarClient(v0_1, { apiKey: KEY, fetch }).companies.list();
    expect(urls).toEqual([`${v0_3.baseUrl}/company`, `${v0_1.baseUrl}/company`]);
  });

  test("baseUrl comes from NECTAR_BASE_URL if set; an origin alone gets the path of the version", async () => {
    const server = await listServer();
    vi.stubEnv("NECTAR_BASE_URL", server.url);
    await createNectarClient(v0_3, { apiKey: KEY }).companies.list();
    await createNectarClient(v0_1, { apiKey: KEY }).companies.list();
    vi.stubEnv("NECTAR_BASE_URL", `${server.url}/v0.3`);
    await createNectarClient(v0_3, { apiKey: KEY }).companies.list();
    expect(server.requests.map(({ url }) => url)).toEqual(["/v0.3/company", "/v0/company", "/v0.3/company"]);
    expect(() => createNectarClient(v0_1, { apiKey: KEY })).toThrow(NectarConfigError);
  });

  test("the baseUrl option precedes NECTAR_BASE_URL, and a copy keeps that of the original", async () => {
    const server = await listServer();
    vi.stubEnv("NECTAR_BASE_URL", "http://127.0.0.1:1/v0.2");
    await connect(server.url).companies.list();
    vi.stubEnv("NECTAR_BASE_URL", server.url);
    const nectar = createNectarClient(v0_3, { apiKey: KEY });
    vi.stubEnv("NECTAR_BASE_URL", "http://127.0.0.1:1");
    await nectar.with({ maxRetries: 0 }).companies.list();
    expect(server.requests.map(({ url }) => url)).toEqual(["/company", "/v0.3/company"]);
  });

  test.each(["/v0", "/v0.2/", "/v3", "/gateway/v0.2"])(
    "a baseUrl with the path of another version is rejected at creation: %s",
    (path) => {
      const create = (): unknown => connect(`https://nectar.example${path}`);
      expect(create).toThrow(NectarConfigError);
      expect(create).toThrow("another API version");
      expect(() => connect("https://nectar.example").with({ baseUrl: `https://nectar.example${path}` })).toThrow(
        NectarConfigError,
      );
    },
  );

  test("baseUrl may have a path and a trailing slash", async () => {
    const server = await listServer();
    await connect(`${server.url}/gateway/nectar/`).companies.list();
    expect(server.requests[0]?.url).toBe("/gateway/nectar/company");
  });

  test.each(["http://external.nectarclimate.com", "http://10.0.0.1:8080", "https://key@host.example", "nonsense"])(
    "a baseUrl that would expose the key is rejected: %s",
    (baseUrl) => {
      expect(() => connect(baseUrl)).toThrow(NectarConfigError);
      expect(() => connect("https://nectar.example").with({ baseUrl })).toThrow(NectarConfigError);
    },
  );
});

test.each<NectarClientOptions>([
  { timeout: 0 },
  { timeout: Number.NaN },
  { deadline: -1 },
  { maxRetries: -1 },
  { maxRetries: Number.NaN },
  { maxConcurrency: 0 },
  { maxResponseBytes: 0 },
  { maxResponseBytes: Number.NaN },
])("the error of an invalid option names it: %j", (options) => {
  const [name] = Object.keys(options);
  expect(() => connect("https://nectar.example", options)).toThrow(NectarConfigError);
  expect(() => connect("https://nectar.example", options)).toThrow(`\`${name}\` must be a number of at least`);
});

describe("fetch", () => {
  test("fetch is called with a URL and all request options", async () => {
    const calls: [unknown, RequestInit][] = [];
    const nectar = connectTo(async (input, init) => {
      calls.push([input, init]);
      return Response.json({ id: "s1" });
    });
    await nectar.sites.create("c1", { name: "A" });
    const [[input, init] = []] = calls;
    expect(input).toBe("https://nectar.example/site/company/c1");
    expect(init).toMatchObject({ method: "POST", body: '{"name":"A"}', redirect: "manual" });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    expect([...new Headers(init?.headers)]).toEqual([
      ["accept", "application/json"],
      ["content-type", "application/json"],
      ["user-agent", expect.stringMatching(/^nectar-sdk-client\//)],
      ["x-api-key", KEY],
    ]);
  });

  test("the runtime's fetch is the default", async () => {
    const server = await listServer();
    expect(await connect(server.url, { fetch: undefined }).companies.list()).toEqual([]);
  });

  test("a fetch that ignores its signal does not delay the timeout, and its late response is cancelled", async () => {
    let isCancelled = false;
    let reply = (): void => {};
    const late = new Promise<Response>((resolve) => {
      const body = new ReadableStream({
        cancel: () => {
          isCancelled = true;
        },
      });
      reply = () => resolve(new Response(body));
    });
    const error = await catchError(connectTo(() => late, { timeout: 20, maxRetries: 0 }).companies.list());
    expect(error).toMatchObject({ kind: "timeout", attempts: [{ status: undefined, waited: 0 }] });
    reply();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isCancelled).toBe(true);
  });

  test("a fetch that throws synchronously counts as a lost connection", async () => {
    const fetch = (): never => {
      throw new Error("no network today");
    };
    const error = await catchError(connectTo(fetch, { maxRetries: 0 }).companies.list());
    expect(error).toMatchObject({
      kind: "connection",
      message: "companies.list: no response from nectar.example: no network today",
    });
  });
});

describe("a copy of a client", () => {
  test("a copy has its new options, and the others of the original", async () => {
    const server = await listServer();
    const original = connect(server.url, { headers: { "x-one": "1" }, maxRetries: 0 });
    const copy = original.with({ apiKey: "another-key" });
    await copy.companies.list();
    await original.companies.list();
    expect(server.requests.map(({ headers }) => [headers["x-api-key"], headers["x-one"]])).toEqual([
      ["another-key", "1"],
      [KEY, "1"],
    ]);
  });

  test("a copy starts with the middleware of the original, then each has its own", async () => {
    const server = await listServer();
    const original = connect(server.url);
    const seen: string[] = [];
    original.raw.use({ onRequest: () => void seen.push("before") });
    const copy = original.with({});
    copy.raw.use({ onRequest: () => void seen.push("copy") });
    original.raw.use({ onRequest: () => void seen.push("original") });
    await copy.companies.list();
    expect(seen.splice(0)).toEqual(["before", "copy"]);
    await original.companies.list();
    expect(seen).toEqual(["before", "original"]);
  });

  test("a copy of a copy works the same way", async () => {
    const server = await listServer();
    await connect(server.url)
      .with({ headers: { "x-one": "1" } })
      .with({ timeout: 1_000 })
      .companies.list();
    expect(server.requests[0]?.headers["x-one"]).toBe("1");
  });
});

describe("the options of a call", () => {
  test.each(["deadline", "timeout", "maxRetries", "maxResponseBytes"])(
    "a call rejects a %s that is not a number, before sending",
    async (name) => {
      const server = await startServer((_request, response) => sendJson(response, {}, 503));
      const nectar = connect(server.url);
      const message = `\`${name}\` must be a number`;
      for (const options of [{ [name]: Number.NaN }, { [name]: "5" }]) {
        for (const call of [nectar.companies.list(options), nectar.raw.GET("/company", options)]) {
          const error = await catchError(call);
          expect(error).toBeInstanceOf(NectarValidationError);
          expect(error).toHaveProperty("message", expect.stringContaining(message));
        }
        expect(() => nectar.documents.listByCompany("company", {}, options)).toThrow(message);
      }
      expect(server.requests).toEqual([]);
    },
  );
});
