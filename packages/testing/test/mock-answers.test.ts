import { createServer } from "node:http";
import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  loadDocument,
  type MockServer,
  type MockServerOptions,
  type Prism,
  startMockServer,
  startPrism,
} from "../src/index.ts";
import { API_KEY, call, urlOfId } from "./support/mock-calls.ts";

const document = loadDocument(v2_2);

let prism: Prism;
let mock: MockServer<"v2.2">;
beforeAll(async () => {
  prism = await startPrism(v2_2);
});
afterAll(() => prism.close());
beforeEach(async () => {
  mock = await open();
});

async function open(options: MockServerOptions = {}): Promise<MockServer<"v2.2">> {
  const opened = await startMockServer(v2_2, { prism, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

const at = (id: string): string => urlOfId(document, mock.url, id);
const bills = (query = ""): string => at("document_company_retrieve") + query;

describe("the base path", () => {
  test("is that of the version", async () => {
    expect(mock.url).toBe(`http://127.0.0.1:${mock.port}/v2.2`);
    expect((await call(`${mock.url}/ping`)).status).toBe(200);
  });

  test.each(["/ping", "/v2/ping", "/v2.1/ping", "/v2.22/ping", "/", "//v2.2/ping"])(
    "%s is a 404 that names the right URL",
    async (path) => {
      const { status, headers, json } = await call(`http://127.0.0.1:${mock.port}${path}`);
      expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
      expect(json).toMatchObject({
        title: "Wrong base URL",
        detail: `This mock serves v2.2 at ${mock.url}, and the request went to ${path}. Give the client that base URL.`,
      });
      expect(mock.requests).toMatchObject([{ path, operation: undefined, answeredBy: "mock", status: 404 }]);
    },
  );

  test("is /v2 for v2.0, where /v2.0 is as wrong as any other", async () => {
    await using old = await startMockServer(v2_0);
    expect(old.url).toBe(`http://127.0.0.1:${old.port}/v2`);
    expect((await call(`${old.url}/ping`)).status).toBe(200);
    expect((await call(`http://127.0.0.1:${old.port}/v2.0/ping`)).status).toBe(404);
  });
});

describe("lists", () => {
  test("have their pages, and past the end the last one again", async () => {
    const pages = await Promise.all(
      ["", "?page=1", "?page=2", "?page=3", "?page=9"].map((query) => call(bills(query))),
    );
    const envelopes = pages.map(({ json }) => json);
    expect(envelopes).toMatchObject([
      { currentPage: 1, hasNext: true },
      { currentPage: 1, hasNext: true },
      { currentPage: 2, hasNext: true },
      { currentPage: 3, hasNext: false },
      { currentPage: 3, hasNext: false },
    ]);
  });

  test("leave to Prism what is no page", async () => {
    expect((await call(bills("?page=two"))).status).toBe(400);
    expect((await call(bills("?page=0"))).json).toMatchObject({ currentPage: 1 });
  });

  test("answer the example that a caller asks for himself", async () => {
    expect((await call(bills("?page=2"), { headers: { Prefer: "example=page3" } })).json).toMatchObject({
      currentPage: 3,
    });
    expect((await call(bills("?page=2"), { headers: { Prefer: "code=429" } })).status).toBe(429);
  });
});

describe("jobs", () => {
  const poll = async (id: string): Promise<unknown> => (await call(`${mock.url}/job/${id}`)).json;

  test("are pending twice and then completed, each by itself and under its own id", async () => {
    const order = ["a", "a", "b", "a", "a", "b", "b"];
    const answers: unknown[] = [];
    for (const id of order) answers.push(await poll(id));
    expect(answers).toMatchObject([
      { id: "a", status: "PENDING" },
      { id: "a", status: "PENDING" },
      { id: "b", status: "PENDING" },
      { id: "a", status: "COMPLETED" },
      { id: "a", status: "COMPLETED" },
      { id: "b", status: "PENDING" },
      { id: "b", status: "COMPLETED" },
    ]);
  });

  test("begin anew when one is submitted, though Prism gives all of them the same id", async () => {
    const submit = async (): Promise<string> => {
      const body = new FormData();
      body.append("document", new Blob(["%PDF-1.7"]), "bill.pdf");
      const { status, json } = await call(at("job_company_create"), { method: "POST", body });
      expect([status, json]).toMatchObject([201, { status: "PENDING" }]);
      return json !== null && typeof json === "object" && "id" in json ? String(json.id) : "";
    };
    const first = await submit();
    for (const _poll of [1, 2, 3]) await poll(first);
    expect(await poll(first)).toMatchObject({ status: "COMPLETED" });
    expect(await submit()).toBe(first);
    expect(await poll(first)).toMatchObject({ status: "PENDING" });
  });
});

describe("a request that breaks the document", () => {
  test("is refused without a key, with a wrong value, and for a path that is unknown", async () => {
    const withoutKey = await fetch(`${mock.url}/ping`);
    expect(withoutKey.status).toBe(401);
    expect((await call(bills("?dateType=YESTERDAY"))).status).toBe(400);
    const created = await call(at("company_create"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    expect(created.status).toBe(400);
    expect((await call(`${mock.url}/companies`)).status).toBe(404);
    expect((await call(`${mock.url}/ping`, { method: "DELETE" })).status).toBeGreaterThanOrEqual(404);
  });

  test("comes back with what Prism found", async () => {
    const { headers } = await call(bills("?page=two"));
    expect(headers.get("sl-violations")).toContain("must be integer");
  });
});

describe("requests", () => {
  test("are kept as they came, without the key", async () => {
    const body = { name: "Harbourlight Hotels", note: [1, { a: null }] };
    await call(`${bills("?datasourceType=GAS&datasourceType=WATER&startDate=2026-01-31")}`, {
      headers: { "X-Note": `is ${API_KEY}` },
    });
    await call(`${mock.url}/company?key=${API_KEY}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const path = new URL(bills()).pathname.replace("/v2.2", "");
    expect(mock.requests).toMatchObject([
      {
        method: "GET",
        path,
        query: { datasourceType: ["GAS", "WATER"], startDate: "2026-01-31" },
        headers: { "x-api-key": "[redacted]", "x-note": "is [redacted]" },
        body: undefined,
        bodyLength: 0,
        operation: "document_company_retrieve",
        answeredBy: "prism",
        status: 200,
      },
      {
        method: "POST",
        path: "/company",
        query: { key: "[redacted]" },
        body,
        bodyTruncated: false,
        operation: "company_create",
      },
    ]);
    expect(JSON.stringify(mock.requests)).not.toContain(API_KEY);
  });

  test("keep text that is no JSON as it is", async () => {
    const headers = { "Content-Type": "application/json" };
    await call(`${mock.url}/company`, { method: "POST", headers, body: '{"name":' });
    expect(mock.requests).toMatchObject([{ body: '{"name":', bodyLength: 8 }]);
  });

  test("keep the first megabyte of an upload, and Prism takes all 25", async () => {
    const body = new FormData();
    body.append("document", new Blob([new Uint8Array(25 * 1024 * 1024).fill(65)]), "bill.pdf");
    body.append("siteId", "b9ecdb8d-362d-4399-8f18-27c5620f7443");
    expect((await call(at("job_company_create"), { method: "POST", body })).status).toBe(201);
    const [request] = mock.requests;
    expect(request?.bodyTruncated).toBe(true);
    expect(request?.bodyLength).toBeGreaterThan(25 * 1024 * 1024);
    expect(String(request?.body)).toHaveLength(1024 * 1024);
  });

  test("an upload whose later part is wrong is refused, however long the file before it is", async () => {
    const body = new FormData();
    body.append("document", new Blob([new Uint8Array(3 * 1024 * 1024)]), "bill.pdf");
    body.append("siteId", "no uuid");
    expect((await call(at("job_company_create"), { method: "POST", body })).status).toBe(400);
  });

  test("are forgotten with reset(), as are scenarios and jobs", async () => {
    const poll = async (): Promise<unknown> => (await call(`${mock.url}/job/a`)).json;
    for (const _poll of [1, 2]) await poll();
    mock.use({
      name: "never",
      version: "v2.2",
      start: () => ({ done: false, answered: 0, handle: async () => never() }),
    });
    mock.reset();
    expect(mock.requests).toEqual([]);
    expect(await poll()).toMatchObject({ status: "PENDING" });
    expect(mock.requests).toHaveLength(1);
  });

  test("a scenario that breaks is a 500 with its message", async () => {
    mock.use({
      name: "never",
      version: "v2.2",
      start: () => ({ done: false, answered: 0, handle: async () => never() }),
    });
    expect(await call(`${mock.url}/ping`)).toMatchObject({ status: 500, json: { detail: "nobody should be here" } });
  });
});

function never(): never {
  throw new Error("nobody should be here");
}

describe("two mocks that share a Prism", () => {
  test("do not see each other's scenarios, jobs and requests", async () => {
    const other = await open();
    for (const _poll of [1, 2, 3]) await call(`${mock.url}/job/a`);
    expect((await call(`${other.url}/job/a`)).json).toMatchObject({ status: "PENDING" });
    expect([mock.requests.length, other.requests.length]).toEqual([3, 1]);
    await mock.close();
    expect((await call(`${other.url}/ping`)).status).toBe(200);
  });
});

describe("what cannot be started", () => {
  test("a port in use is named, with what to do", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    await expect(startMockServer(v2_2, { port })).rejects.toThrow(
      `port ${port} is in use: end the program that has it, or choose another port (0 takes a free one)`,
    );
  });

  test("a port or host that makes no sense is refused", async () => {
    await expect(startMockServer(v2_2, { port: 70_000 })).rejects.toThrow(
      "port is 70000: it has to be a whole number from 0",
    );
    await expect(startMockServer(v2_2, { host: "203.0.113.1" })).rejects.toThrow(
      "host 203.0.113.1 is no address of this machine: 127.0.0.1 is",
    );
  });

  test.each([undefined, "v2.2", {}, null])("%j is no version", async (value) => {
    const start: (api: never) => Promise<unknown> = startMockServer;
    // A caller without types may pass anything.
    await expect(start(JSON.parse(JSON.stringify(value ?? null)) as never)).rejects.toThrow(
      "an API version is expected, such as v2_2 of @nectar-sdk/api-v2.2, and not",
    );
  });

  test("a Prism of another version is refused", async () => {
    await expect(startMockServer(v2_1, { prism })).rejects.toThrow("this Prism serves v2.2, and the mock v2.1");
  });

  test("a document that Prism cannot read is told in its own words", async () => {
    await expect(startPrism(v2_2, { document: {} })).rejects.toThrow(
      /Prism did not start with the document of v2\.2: its process ended with code 1.*Unsupported document format/s,
    );
  });
});
