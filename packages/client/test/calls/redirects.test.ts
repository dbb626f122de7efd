import { describe, expect, test } from "vitest";
import type { Middleware } from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, KEY } from "../support/test-client.ts";

type Nectar = ReturnType<typeof connect>;

/** A server that must never get a request. */
const bystander = (): Promise<LoopbackServer> =>
  startServer((_request, response) => sendJson(response, { key: "seen" }));

const CALLS: readonly [string, (nectar: Nectar) => PromiseLike<unknown>][] = [
  ["a GET", (nectar) => nectar.documents.retrieve("d1")],
  ["a POST", (nectar) => nectar.sites.create("c1", { name: "A" })],
  ["a DELETE", (nectar) => nectar.sites.delete("s1")],
  ["a raw GET", (nectar) => nectar.raw.GET("/company")],
  [
    "a GET with middleware",
    (nectar) => {
      nectar.raw.use({ onRequest: () => {} });
      return nectar.documents.retrieve("d1");
    },
  ],
  ["a raw GET with its own fetch", (nectar) => nectar.raw.GET("/company", { fetch: (request) => fetch(request) })],
];

describe.each(CALLS)("%s", (_what, call) => {
  test.each([300, 301, 302, 303, 304, 305, 307, 308])(
    "a redirect with status %i is not followed, to the same host or another",
    async (status) => {
      const elsewhere = await bystander();
      for (const location of ["/elsewhere", `${elsewhere.url}/elsewhere`, undefined]) {
        const server = await startServer((_request, response) =>
          response.writeHead(status, location === undefined ? {} : { location }).end(),
        );
        const error = await catchError(call(connect(server.url)));
        expect(error).toMatchObject({
          kind: "connection",
          attempts: [{ status, waited: 0 }],
          message: expect.stringContaining("redirect not followed"),
        });
        expect(server.requests).toHaveLength(1);
      }
      expect(elsewhere.requests).toEqual([]);
    },
  );
});

describe("the key stays on the origin of the base URL", () => {
  test("the base URL of a raw call cannot send the key to another origin", async () => {
    const [server, elsewhere] = [await bystander(), await bystander()];
    const { raw } = connect(server.url);
    const { host, port } = new URL(server.url);
    const other = new URL(elsewhere.url).host;
    for (const baseUrl of [
      elsewhere.url,
      `${elsewhere.url}/`,
      `http://${host}@${other}`,
      `http://user:secret@${host}`,
      `http://localhost:${port}`,
      `https://${host}`,
      "https://evil.example",
      "//evil.example",
    ]) {
      for (const middleware of [[], [{ onRequest: () => {} }]]) {
        const error = await catchError(raw.GET("/company", { baseUrl, middleware }));
        expect(error).toBeInstanceOf(Error);
        expect([server.requests, elsewhere.requests]).toEqual([[], []]);
      }
    }
    expect(await catchError(raw.GET("/company", { baseUrl: elsewhere.url }))).toMatchObject({
      kind: "config",
      operation: "companies.list",
      attempts: [],
      message: "companies.list: request to an origin other than `baseUrl` not sent, because it would carry the API key",
    });
  });

  test("middleware cannot send the key to another origin", async () => {
    const [server, elsewhere] = [await bystander(), await bystander()];
    const detour: Middleware = { onRequest: ({ request }) => new Request(`${elsewhere.url}/company`, request) };
    const nectar = connect(server.url);
    nectar.raw.use(detour);
    expect(await catchError(nectar.companies.list())).toMatchObject({ kind: "config", attempts: [] });
    expect([server.requests, elsewhere.requests]).toEqual([[], []]);
  });

  test("an invalid path cannot send the key to another origin", async () => {
    const [server, elsewhere] = [await bystander(), await bystander()];
    const get: unknown = Reflect.get(connect(server.url).raw, "GET");
    if (typeof get !== "function") throw new Error("no GET");
    for (const path of [`@${new URL(elsewhere.url).host}/x`, ".evil.example/x", `:1@${new URL(elsewhere.url).host}`]) {
      expect(await catchError(get(path))).toBeInstanceOf(Error);
    }
    expect([server.requests, elsewhere.requests]).toEqual([[], []]);
  });

  test("another path of the same origin is allowed", async () => {
    const server = await bystander();
    await connect(`${server.url}/v0.3`).raw.GET("/company", { baseUrl: `${server.url}/v9` });
    expect(server.requests).toMatchObject([{ url: "/v9/company", headers: { "x-api-key": KEY } }]);
  });
});

test("only one header of a request contains the key", async () => {
  const server = await bystander();
  const nectar = connect(server.url);
  await nectar.sites.create("c1", { name: "A" });
  await nectar.documents.listByCompany("c1", { identifier: "x" }).page(1);
  for (const { url, headers, body } of server.requests) {
    const { "x-api-key": key, ...others } = headers;
    expect(key).toBe(KEY);
    expect(JSON.stringify([url, others, body.toString()])).not.toContain(KEY);
  }
});
