import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { createReferenceClient } from "../support/reference-client.ts";
import { connect } from "../support/test-client.ts";

/** The input of a raw call. */
type Init = Readonly<Record<string, unknown>>;

const echo = (): Promise<LoopbackServer> => startServer((_request, response) => sendJson(response, {}));

/** Headers that are not compared: the key, the name of the SDK, those of a connection, and the content type of resources. */
const OWN = ["x-api-key", "user-agent", "host", "connection", "content-length", "accept"];

/** Sends the same call with our raw client and with openapi-fetch, and returns what arrives. */
async function sendBoth(server: LoopbackServer, method: string, path: string, init: Init): Promise<[unknown, unknown]> {
  const seen: unknown[] = [];
  for (const client of [connect(server.url).raw, await createReferenceClient(server.url)]) {
    const call: unknown = Reflect.get(client, method);
    if (typeof call !== "function") throw new Error(`no ${method}`);
    await call(path, init);
    const request = server.requests.at(-1);
    if (request === undefined) throw new Error("nothing arrived");
    const headers = Object.entries(request.headers).filter(([name]) => !OWN.includes(name));
    seen.push({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(headers),
      body: request.body.toString(),
    });
  }
  return [seen[0], seen[1]];
}

const CASES: readonly [string, Init][] = [
  ["JSON without headers", { body: { name: "A" } }],
  ["another content type", { body: { name: "A" }, headers: { "Content-Type": "application/merge-patch+json" } }],
  ["a suppressed content type", { body: { name: "A" }, headers: { "Content-Type": null } }],
  ["a suppressed content type in lower case", { body: { name: "A" }, headers: { "content-type": null } }],
  ["a content type that is undefined", { body: { name: "A" }, headers: { "Content-Type": undefined } }],
  ["a form", { body: { name: "A b", note: "ä&=" }, headers: { "Content-Type": "application/x-www-form-urlencoded" } }],
  [
    "a form by a header in lower case",
    { body: { a: "1" }, headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  [
    "a form by Headers",
    { body: { a: "1" }, headers: new Headers({ "Content-Type": "application/x-www-form-urlencoded" }) },
  ],
  [
    "a form by params.header",
    { body: { a: "1" }, params: { header: { "content-type": "application/x-www-form-urlencoded" } } },
  ],
  [
    "a form of search parameters",
    { body: new URLSearchParams("a=1&a=2"), headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  [
    "a form with lists and numbers",
    { body: { a: [1, 2], b: 3, c: true }, headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  [
    "a serializer of the caller's",
    {
      body: { a: "1" },
      bodySerializer: () => "mine",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    },
  ],
  [
    "headers of several kinds",
    { headers: { "X-Text": "a", "x-number": 3, "x-true": true, "x-list": ["a", "b"], "x-empty": "" } },
  ],
  ["undefined and null", { headers: { "x-one": undefined, "x-two": null } }],
  [
    "params.header on top",
    {
      params: { header: { "x-one": "param", "x-two": null, "x-three": undefined } },
      headers: { "X-One": "call", "x-two": "call", "x-three": "call" },
    },
  ],
  ["a list in params.header", { params: { header: { "x-one": ["b"] } }, headers: { "X-One": "a" } }],
  ["no body", { headers: { "x-one": "1" } }],
];

describe("a raw call sends what openapi-fetch sends", () => {
  test.each(CASES)("a raw call sends the same headers as openapi-fetch with %s", async (_what, init) => {
    const server = await echo();
    const [ours, reference] = await sendBoth(server, "POST", "/later", init);
    expect(ours).toEqual(reference);
  });

  test("a raw call sends the same headers as openapi-fetch, for any headers", async () => {
    const server = await echo();
    const value = fc.oneof(
      fc.constantFrom(null, undefined, "", "text", 7, false),
      fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
    );
    const headers = fc.dictionary(fc.constantFrom("x-one", "X-One", "X-Two", "x-three"), value);
    await fc.assert(
      fc.asyncProperty(headers, headers, async (own, inParams) => {
        const [ours, reference] = await sendBoth(server, "GET", "/later", {
          headers: own,
          params: { header: inParams },
        });
        expect(ours).toEqual(reference);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the headers of a raw call", () => {
  test("null suppresses a header of the client and of the SDK, and undefined keeps it", async () => {
    const server = await echo();
    const { raw } = connect(server.url, { headers: { "x-one": "client", "x-two": "client" } });
    await raw.GET("/company", { headers: { "X-One": null, "x-two": undefined, "user-agent": undefined } });
    await raw.GET("/company", { headers: { accept: null } });
    const [first, second] = server.requests.map(({ headers }) => headers);
    expect(first).not.toHaveProperty("x-one");
    expect(first).toMatchObject({ "x-two": "client", accept: "application/json" });
    expect(first?.["user-agent"]).toMatch(/^nectar-sdk-client/);
    expect(second?.accept).toBe("*/*");
  });

  test("a form with a charset is a form, and a ready-made form is sent unchanged", async () => {
    const server = await echo();
    const post: unknown = Reflect.get(connect(server.url).raw, "POST");
    if (typeof post !== "function") throw new Error("no POST");
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    await post("/later", { body: { a: "1 2" }, headers });
    const form = new FormData();
    form.append("document", new File(["x"], "x.pdf"));
    await post("/later", { body: form });
    expect(server.requests[0]?.body.toString()).toBe("a=1+2");
    expect(server.requests[0]?.headers["content-type"]).toBe(headers["content-type"]);
    expect(server.requests[1]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  });
});
