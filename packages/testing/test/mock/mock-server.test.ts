import { request } from "node:http";
import { join } from "node:path";
import { v0_1 } from "@nectar-sdk/api-v0.1";
import { v0_2 } from "@nectar-sdk/api-v0.2";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { isObject } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScenarios, type MockServerOptions, type Prism, startMockServer, startPrism } from "../../src/index.ts";
import { refuses, runs, startProgram, takenPort } from "../support/processes.ts";
import { COMPANY, DOCUMENTS, KEY, send, sendJson, upload } from "../support/send.ts";

const { slow, flaky, jobLifecycle } = createScenarios(v0_3);
const SITES = `/site/company/${COMPANY}`;

let prism: Prism;
beforeAll(async () => {
  prism = await startPrism(v0_3);
});
afterAll(() => prism.close());

const startMock = (options: MockServerOptions = {}) => startMockServer(v0_3, { prism, ...options });

describe("the base path", () => {
  test.each([
    [v0_1, "/v0"],
    [v0_2, "/v0.2"],
    [v0_3, "/v0.3"],
  ])("is the base path of $version, and the mock serves requests below it", async (api, basePath) => {
    await using mock = await startMockServer(api);
    expect(mock.url).toBe(`http://127.0.0.1:${mock.port}${basePath}`);
    expect(mock.version).toBe(api.version);
    expect((await send(mock, "/ping")).status).toBe(200);
  });

  test.each(["", "/v0", "/v0.2", "/v0.30", "/V2.2"])(
    "of the mock is not %j, which gets a 404 with the right URL",
    async (wrong) => {
      await using mock = await startMock();
      const got = await send({ url: new URL(mock.url).origin + wrong }, "/ping");
      expect(got.status).toBe(404);
      expect(got.headers.get("content-type")).toBe("application/problem+json");
      expect(got.json).toEqual({
        type: "about:blank",
        title: "Wrong base URL",
        status: 404,
        detail: `This mock serves v0.3 at ${mock.url}, but the request went to ${wrong}/ping. Pass that base URL to the client.`,
      });
      expect(mock.requests).toMatchObject([
        { path: `${wrong}/ping`, operation: undefined, respondedBy: "mock", status: 404 },
      ]);
    },
  );
});

describe("lists", () => {
  test("have three pages, and the last page again past the end", async () => {
    await using mock = await startMock();
    const pages = [];
    for (const page of [1, 2, 3, 4, 99]) pages.push((await send(mock, `${DOCUMENTS}?page=${page}`)).json);
    expect(pages.map((page) => isObject(page) && [page["currentPage"], page["hasNext"]])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [3, false],
      [3, false],
    ]);
    expect((await send(mock, DOCUMENTS)).json).toEqual(pages[0]);
  });

  test("leave an invalid page number to Prism", async () => {
    await using mock = await startMock();
    const [text, zero] = [await send(mock, `${DOCUMENTS}?page=two`), await send(mock, `${DOCUMENTS}?page=0`)];
    expect(text.status).toBe(400);
    expect(text.headers.get("sl-violations")).toContain("page must be integer");
    expect(zero.json).toMatchObject({ currentPage: 1 });
  });

  test("show the example that the caller prefers", async () => {
    await using mock = await startMock();
    const got = await send(mock, `${DOCUMENTS}?page=1`, { headers: { prefer: "example=page2" } });
    expect(got.json).toMatchObject({ currentPage: 2 });
    expect((await send(mock, DOCUMENTS, { headers: { prefer: "code=404" } })).status).toBe(404);
  });
});

describe("jobs", () => {
  test("are pending twice and then completed, each under its requested id", async () => {
    await using mock = await startMock();
    const seen = [];
    for (const job of ["a", "a", "b", "a", "a", "b", "b"]) seen.push((await send(mock, `/job/${job}`)).json);
    expect(seen.map((job) => isObject(job) && `${job["id"]} ${job["status"]}`)).toEqual([
      "a PENDING",
      "a PENDING",
      "b PENDING",
      "a COMPLETED",
      "a COMPLETED",
      "b PENDING",
      "b COMPLETED",
    ]);
  });

  test("restart when submitted, under the returned id", async () => {
    await using mock = await startMock();
    for (let round = 0; round < 2; round += 1) {
      const { status, json } = await upload(mock);
      expect([status, json]).toMatchObject([201, { status: "PENDING" }]);
      const id = isObject(json) ? json["id"] : undefined;
      const states = [];
      for (let poll = 0; poll < 3; poll += 1) states.push((await send(mock, `/job/${String(id)}`)).json);
      expect(states).toMatchObject([
        { id, status: "PENDING" },
        { id, status: "PENDING" },
        { id, status: "COMPLETED" },
      ]);
    }
  });

  test("show the state that the caller prefers, which does not count as a poll", async () => {
    await using mock = await startMock();
    for (let poll = 0; poll < 3; poll += 1)
      expect((await send(mock, "/job/a", { headers: { prefer: "example=failed" } })).json).toMatchObject({
        status: "FAILED",
      });
    expect((await send(mock, "/job/a")).json).toMatchObject({ status: "PENDING" });
  });
});

describe("pages of other origins", () => {
  const page = { origin: "https://page.example", "access-control-request-method": "GET" };

  test("cannot use the mock by default", async () => {
    await using mock = await startMock();
    const response = await send(mock, "/ping", { headers: { origin: page.origin } });
    const preflight = await send(mock, "/ping", { method: "OPTIONS", headers: page });
    for (const { headers } of [response, preflight])
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("can use the mock with the option, also with a key", async () => {
    await using mock = await startMock({ cors: true });
    const asked = { ...page, "access-control-request-headers": "x-api-key" };
    const preflight = await send(mock, "/ping", { method: "OPTIONS", headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-api-key");
    const response = await send(mock, "/ping", { headers: { origin: page.origin } });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, page.origin]);
    expect(mock.requests).toHaveLength(1);
  });
});

describe("a refusal explains", () => {
  test("a request without a key", async () => {
    await using mock = await startMock();
    const response = await fetch(`${mock.url}/ping`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ detail: "Authentication credentials were not provided." });
    expect(mock.requests).toMatchObject([{ operation: "ping.retrieve", respondedBy: "prism", status: 401 }]);
  });

  test("a value outside an enum, with its place", async () => {
    await using mock = await startMock();
    const got = await send(mock, `${DOCUMENTS}?dateType=YESTERDAY`);
    expect(got.status).toBe(400);
    expect(JSON.parse(got.headers.get("sl-violations") ?? "")).toMatchObject([
      { location: ["request", "query", "datetype"], code: "enum", severity: "Error" },
    ]);
    expect(got.json).toEqual({
      detail:
        "Request query parameter dateType must be equal to one of the allowed values: USAGE_PERIOD, BILL_DATE, CREATED_DATE, UPDATED_DATE.",
    });
  });

  test("a body with missing and invalid properties", async () => {
    await using mock = await startMock();
    const got = await sendJson(mock, SITES, { address: 1 });
    expect(got.status).toBe(400);
    expect(got.headers.get("sl-violations")).toContain("must have required property 'name'");
    expect(got.json).toEqual({
      detail: "Request body must have required property 'name'; Request body property address must be string.",
    });
  });

  test("a body that cannot be read", async () => {
    await using mock = await startMock();
    const got = await send(mock, SITES, { method: "POST", headers: { "content-type": "application/json" }, body: "{" });
    expect([got.status, got.json]).toEqual([400, { detail: "Request body cannot be read: Invalid JSON." }]);
  });

  test("a missing body, also when the caller prefers another response", async () => {
    await using mock = await startMock();
    const got = await send(mock, SITES, { method: "POST", headers: { prefer: "code=404" } });
    expect([got.status, got.json]).toEqual([400, { detail: "Body parameter is required." }]);
  });

  test("only real refusals: a preferred one is the example", async () => {
    await using mock = await startMock();
    const got = await send(mock, DOCUMENTS, { headers: { prefer: "code=400" } });
    expect(got.status).toBe(400);
    expect(got.json).toMatchObject({ detail: expect.stringContaining("already exists") });
  });

  test("a path and a method that the document does not have", async () => {
    await using mock = await startMock();
    expect((await send(mock, "/nothing")).status).toBe(404);
    expect((await send(mock, "/ping", { method: "DELETE" })).status).toBe(405);
    expect(mock.requests).toMatchObject([
      { path: "/nothing", operation: undefined, respondedBy: "prism", status: 404 },
      { path: "/ping", operation: undefined, respondedBy: "prism", status: 405 },
    ]);
  });

  test("the base path without a path, with any query", async () => {
    await using mock = await startMock();
    expect((await send(mock, "")).status).toBe(404);
    expect((await send(mock, "?a=b?c")).status).toBe(404);
    expect(mock.requests).toMatchObject([{ path: "/" }, { path: "/", query: { a: "b?c" } }]);
  });
});

describe("requests", () => {
  test("record the request, its operation and who responded", async () => {
    await using mock = await startMock();
    await send(mock, `${DOCUMENTS}?datasourceType=ELECTRICITY&datasourceType=WATER&page=2`);
    await sendJson(mock, SITES, { name: "Büro" });
    await send(mock, `/company/${COMPANY}`, { method: "DELETE" });
    expect(mock.requests).toMatchObject([
      {
        method: "GET",
        path: DOCUMENTS,
        query: { datasourceType: ["ELECTRICITY", "WATER"], page: "2" },
        body: undefined,
        bodyLength: 0,
        bodyTruncated: false,
        operation: "documents.listByCompany",
        respondedBy: "prism",
        status: 200,
      },
      {
        method: "POST",
        path: SITES,
        query: {},
        headers: { "content-type": "application/json", "content-length": "16" },
        body: { name: "Büro" },
        bodyLength: 16,
        operation: "sites.create",
        status: 201,
      },
      { method: "DELETE", body: undefined, operation: "companies.delete", status: 204 },
    ]);
  });

  test("never contain the API key", async () => {
    await using mock = await startMock();
    await send(mock, `/job/${KEY}?key=${KEY}&key=a`, { headers: { "x-note": `my ${KEY}` } });
    expect(mock.requests).toMatchObject([
      {
        path: "/job/[redacted]",
        query: { key: ["[redacted]", "a"] },
        headers: { "x-api-key": "[redacted]", "x-note": "my [redacted]" },
      },
    ]);
    expect(JSON.stringify(mock.requests)).not.toContain(KEY);
  });

  test("keep a body that is not valid JSON as text", async () => {
    await using mock = await startMock();
    await send(mock, SITES, { method: "POST", headers: { "content-type": "application/json" }, body: "{name" });
    await send(mock, SITES, { method: "POST", headers: { "content-type": "text/plain" }, body: "name" });
    expect(mock.requests.map(({ body, status }) => [body, status])).toEqual([
      ["{name", 400],
      ["name", 400],
    ]);
  });

  test("keep the first megabyte of a body, and are marked as truncated", async () => {
    await using mock = await startMock();
    expect((await upload(mock, 4_000_000)).status).toBe(201);
    expect(mock.requests).toHaveLength(1);
    const [{ body, bodyLength, bodyTruncated } = { body: "", bodyLength: 0, bodyTruncated: false }] = mock.requests;
    expect(bodyTruncated).toBe(true);
    expect(bodyLength).toBeGreaterThan(4_000_000);
    expect(String(body)).toHaveLength(1024 * 1024);
    expect(String(body)).toContain('name="document"; filename="bill.pdf"');
  });
});

describe("bodies", () => {
  test("of 25 MB, which Nectar accepts, reach the mock", async () => {
    await using mock = await startMock();
    expect((await upload(mock, 25_000_000)).status).toBe(201);
    expect(mock.requests[0]?.bodyLength).toBeGreaterThan(25_000_000);
  });

  test("without a required form field are refused at any length", async () => {
    await using mock = await startMock();
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(3_000_000)]), "bill.pdf");
    const got = await send(mock, `/job/company/${COMPANY}`, { method: "POST", body: form });
    expect(got.status).toBe(400);
    expect(got.headers.get("sl-violations")).toContain("document");
  });

  test("of a refused request are read to their end, so that the response arrives", async () => {
    await using mock = await startMock();
    expect((await upload(mock, 5_000_000, { "x-api-key": "" })).status).toBe(401);
    expect((await send(mock, "/nothing", { method: "POST", body: new Uint8Array(5_000_000) })).status).toBe(404);
    const origin = { url: new URL(mock.url).origin };
    expect((await send(origin, "/v3/x", { method: "POST", body: new Uint8Array(5_000_000) })).status).toBe(404);
  });

  test("that exceed the limit of Prism are refused with that reason", async () => {
    await using mock = await startMock();
    // Prism responds while the body arrives, or breaks the connection: each happens in some of these.
    for (let call = 0; call < 20; call += 1) {
      const got = await sendJson(mock, SITES, { name: "n".repeat(12_000_000) });
      expect([got.status, got.json]).toMatchObject([
        413,
        { title: "Body too long", detail: expect.stringContaining("at most 10 MB") },
      ]);
    }
    expect((await sendJson(mock, SITES, { name: "n" })).status).toBe(201);
  });

  test("of many uploads at once do not mix", async () => {
    await using mock = await startMock();
    const sizes = [1_000, 70_000, 200_000, 1_500_000];
    const got = await Promise.all(sizes.map((size) => upload(mock, size)));
    expect(got.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const lengths = mock.requests.map(({ bodyLength }) => bodyLength).toSorted((a, b) => a - b);
    expect(
      lengths.map((length, index) => length > (sizes[index] ?? 0) && length < (sizes[index] ?? 0) + 1_000),
    ).toEqual([true, true, true, true]);
  });
});

test("hop-by-hop headers are not forwarded, and other host names make no difference", async () => {
  await using mock = await startMock();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = {
      "x-api-key": KEY,
      host: "example.org",
      connection: "keep-alive, x-mine",
      "x-mine": "1",
      te: "trailers",
    };
    request(`${mock.url}/ping`, { headers }, (response) => resolve(response.resume().statusCode))
      .once("error", reject)
      .end();
  });
  expect(status).toBe(200);
});

test("reset forgets scenarios, requests and the state of jobs", async () => {
  await using mock = await startMock();
  mock.use(flaky({ times: 5, operation: "ping.retrieve" }), jobLifecycle(["FAILED"]));
  await send(mock, "/ping");
  mock.reset();
  expect(mock.requests).toEqual([]);
  for (let poll = 0; poll < 2; poll += 1) await send(mock, "/job/a");
  mock.reset();
  expect((await send(mock, "/job/a")).json).toMatchObject({ status: "PENDING" });
  expect((await send(mock, "/ping")).status).toBe(200);
  expect(mock.requests).toHaveLength(2);
});

test("two mocks that share a Prism do not share scenarios, jobs or requests", async () => {
  await using left = await startMock();
  await using right = await startMock();
  left.use(flaky({ times: Number.POSITIVE_INFINITY, operation: "ping.retrieve" }));
  for (let poll = 0; poll < 2; poll += 1) await send(left, "/job/a");
  expect([(await send(left, "/ping")).status, (await send(right, "/ping")).status]).toEqual([503, 200]);
  expect((await send(left, "/job/a")).json).toMatchObject({ status: "COMPLETED" });
  expect((await send(right, "/job/a")).json).toMatchObject({ status: "PENDING" });
  expect([left.requests.length, right.requests.length]).toEqual([4, 2]);
  await left.close();
  expect((await send(right, "/ping")).status).toBe(200);
});

describe("an invalid start is refused for", () => {
  test("a port in use, with advice, and leaves nothing running", async () => {
    await using taken = await takenPort();
    await expect(startMockServer(v0_3, { port: taken.port })).rejects.toThrow(
      `port ${taken.port} is in use: stop the program that uses it, or choose another port (0 takes any free port)`,
    );
  });

  test.each([-1, 65_536, 1.5, Number.NaN])("the invalid port %d", async (port) => {
    await expect(startMockServer(v0_3, { port, prism })).rejects.toThrow(
      `invalid port: ${port}; expected a whole number from 0 (any free port) to 65535`,
    );
  });

  test("a host of another machine", async () => {
    await expect(startMockServer(v0_3, { host: "192.0.2.1", prism })).rejects.toThrow(
      "host 192.0.2.1 is not an address of this machine: use 127.0.0.1",
    );
  });

  test.each([
    ["v0.3", '"v0.3"'],
    [undefined, "undefined"],
    [null, "null"],
    [{}, "[object Object]"],
  ])("%j instead of a version", async (api, shown) => {
    const message = `expected an API version such as v2_2 from @nectar-sdk/api-v2.2, got ${shown}`;
    // @ts-expect-error: callers without types may pass it.
    await expect(startMockServer(api)).rejects.toThrow(message);
    // @ts-expect-error: callers without types may pass it.
    await expect(startPrism(api)).rejects.toThrow(message);
    // @ts-expect-error: callers without types may pass it.
    expect(() => createScenarios(api)).toThrow(message);
  });

  test("a version whose package is not installed", async () => {
    await expect(startMockServer({ ...v0_3, version: "v9.9" })).rejects.toThrow(
      "@nectar-sdk/api-v9.9 is not installed: npm install --save-dev @nectar-sdk/api-v9.9",
    );
  });

  test("a Prism of another version", async () => {
    await expect(startMockServer(v0_2, { prism })).rejects.toThrow(
      "the shared Prism serves v0.3, but this mock serves v0.2: share a Prism of the same version",
    );
  });

  test("a document that Prism cannot read, with its error", async () => {
    await expect(startPrism(v0_3, { document: { openapi: "nonsense" } })).rejects.toThrow(
      /^Prism did not start with the document of v0\.3: its process ended with code 1\n[\s\S]*the document has no operation/,
    );
  });
});

describe("a Prism that is killed", () => {
  test("leads to responses that report it, and the mock can still be closed", async () => {
    await using killed = await startPrism(v0_3);
    const mock = await startMockServer(v0_3, { prism: killed });
    process.kill(killed.pid, "SIGKILL");
    await expect.poll(() => killed.failure, { timeout: 20_000 }).toBe("its process was ended by SIGKILL");
    const got = await send(mock, "/ping");
    expect(got.status).toBe(502);
    expect(got.headers.get("content-type")).toBe("application/problem+json");
    expect(got.json).toMatchObject({
      title: "Prism does not respond",
      detail:
        "The Prism process behind this mock is gone: its process was ended by SIGKILL. Close this mock and start a new one.",
    });
    expect((await upload(mock, 3_000_000)).status).toBe(502);
    expect(mock.requests).toMatchObject([{ respondedBy: "mock", status: 502 }, { status: 502 }]);
    await mock.close();
    await killed.close();
    expect(await refuses(mock.url)).toBe(true);
  });

  test("is also reported during an upload", async () => {
    await using killed = await startPrism(v0_3);
    await using mock = await startMockServer(v0_3, { prism: { url: killed.url, version: killed.version } });
    const part = `--b\r\ncontent-disposition: form-data; name="document"; filename="a.pdf"\r\n\r\n%PDF`;
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(part));
        await expect.poll(() => mock.requests.length).toBe(1);
        process.kill(killed.pid, "SIGKILL");
        await expect.poll(() => killed.failure, { timeout: 20_000 }).toBeDefined();
        controller.enqueue(new Uint8Array(2_000_000));
        controller.enqueue(new TextEncoder().encode("\r\n--b--\r\n"));
        controller.close();
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const init = { method: "POST", headers, body, duplex: "half" } satisfies RequestInit & { duplex: "half" };
    const got = await send(mock, `/job/company/${COMPANY}`, init);
    expect(got.status).toBe(502);
    expect(got.text).toContain("The Prism process behind this mock is gone: ");
    expect(mock.requests[0]?.bodyLength).toBeGreaterThan(2_000_000);
  });
});

describe("closing", () => {
  test("frees the port, ends the process, and can be repeated", async () => {
    const own = await startPrism(v0_3);
    const mock = await startMockServer(v0_3, { prism: own });
    await send(mock, "/ping");
    await Promise.all([mock.close(), mock.close()]);
    await mock.close();
    expect(await refuses(mock.url)).toBe(true);
    expect(runs(own.pid)).toBe(true);
    await Promise.all([own.close(), own.close()]);
    expect([runs(own.pid), await refuses(own.url), own.failure]).toEqual([false, true, undefined]);
  });

  test("ends a pending request", async () => {
    const mock = await startMock();
    mock.use(slow(2 ** 31 - 1));
    const waiting = send(mock, "/ping");
    const failed = expect(waiting).rejects.toThrow("fetch failed");
    await expect.poll(() => mock.requests.length).toBe(1);
    await mock.close();
    await failed;
    expect(mock.requests).toMatchObject([{ respondedBy: undefined, status: undefined }]);
  });

  test("happens at the end of the scope with await using", async () => {
    let url = "";
    {
      await using mock = await startMock();
      url = mock.url;
      expect((await send(mock, "/ping")).status).toBe(200);
    }
    expect(await refuses(url)).toBe(true);
  });

  test("leaves nothing that keeps a program alive", async () => {
    await using program = startProgram(process.execPath, [
      join(import.meta.dirname, "../support/mock-and-die.ts"),
      "close",
    ]);
    const { code, out, err } = await program.ended;
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("closed");
    const { prism: prismUrl, mock, own } = JSON.parse(out.split("\n", 1).join(""));
    expect(await Promise.all([prismUrl, mock, own].map(refuses))).toEqual([true, true, true]);
  });

  test("happens to Prism also when the program that started it is killed", async () => {
    await using program = startProgram(process.execPath, [join(import.meta.dirname, "../support/mock-and-die.ts")]);
    const { prism: prismUrl, mock, own } = JSON.parse(await program.line(/^\{/));
    expect((await fetch(`${prismUrl}/ping`, { headers: { "x-api-key": KEY } })).status).toBe(200);
    program.child.kill("SIGKILL");
    await program.ended;
    await expect
      .poll(() => Promise.all([prismUrl, mock, own].map(refuses)), { timeout: 20_000 })
      .toEqual([true, true, true]);
  });
});
