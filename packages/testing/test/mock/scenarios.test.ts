import { v0_2 } from "@nectar-sdk/api-v0.2";
import { type Document, v0_3 } from "@nectar-sdk/api-v0.3";
import { isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  createScenarios,
  loadDocument,
  type MockServer,
  type Prism,
  type Scenario,
  startMockServer,
  startPrism,
} from "../../src/index.ts";
import { createFlaky as flakyOf } from "../../src/scenarios/flaky.ts";
import { createPagedList as pagedListOf } from "../../src/scenarios/paged-list.ts";
import { createSlow as slowOf } from "../../src/scenarios/slow.ts";
import { COMPANY, DOCUMENTS, type Got, KEY, send, sendJson, upload } from "../support/send.ts";
import { apis } from "../support/versions.ts";

const { pagedList, jobLifecycle, reply, rateLimited, flaky, slow, disconnect, malformed } = createScenarios(v0_3);
const CONNECTION = `/connection/company/${COMPANY}`;
const SITES = `/site/company/${COMPANY}`;

let prism: Prism;
let mock: MockServer<"v0.3">;
beforeAll(async () => {
  prism = await startPrism(v0_3);
  mock = await startMockServer(v0_3, { prism });
});
afterEach(() => mock.reset());
afterAll(async () => {
  await mock.close();
  await prism.close();
});

/** The operation id of a name, which scenarios refuse. */
const idOf = (name: string): string => {
  const operations = [...loadDocument(v0_3).operations.values()];
  return operations.find((operation) => operation.name === name)?.id ?? "";
};
const page = (number: number, path = DOCUMENTS): Promise<Got> =>
  send(mock, `${path}${path.includes("?") ? "&" : "?"}page=${number}`);
const fetchStatuses = async (count: number, path = "/ping"): Promise<number[]> => {
  const statuses = [];
  for (let index = 0; index < count; index += 1) statuses.push((await send(mock, path)).status);
  return statuses;
};
/** The last digits of the ids of a page of documents. */
const readIdNumbers = ({ json }: Got): number[] =>
  isObject(json) && isArray(json["documents"])
    ? json["documents"].map((item) => Number(String(isObject(item) ? item["id"] : "").slice(-12)))
    : [];
/** Documents of the examples. */
async function exampleDocuments(): Promise<Document[]> {
  const { json } = await send(mock, DOCUMENTS);
  // Prism has checked its response against the schema.
  return JSON.parse(JSON.stringify(isObject(json) ? json["documents"] : []));
}

describe("pagedList", () => {
  test("has the items on pages of 100, and the last page again past the end", async () => {
    const handle = mock.use(pagedList("documents.listByCompany", { items: 250 }));
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(pages.map((got) => readIdNumbers(got).length)).toEqual([100, 100, 50, 50]);
    expect(readIdNumbers(pages[3] ?? pages[0] ?? (await page(3)))).toEqual(
      Array.from({ length: 50 }, (_, index) => 201 + index),
    );
    expect(pages[3]?.json).toMatchObject({
      totalDocuments: 250,
      perPage: 100,
      totalPages: 3,
      currentPage: 3,
      hasNext: false,
      hasPrevious: true,
    });
    expect([handle.handled, handle.done]).toEqual([4, false]);
    expect(mock.requests.map(({ respondedBy, status }) => [respondedBy, status])).toEqual(
      Array.from({ length: 4 }, () => ["pagedList", 200]),
    );
  });

  test("has an empty page past the end without clamp", async () => {
    mock.use(pagedList("documents.listByCompany", { items: 3, pageSize: 2, clamp: false }));
    const past = await page(3);
    expect(past.json).toMatchObject({
      totalDocuments: 3,
      totalPages: 2,
      currentPage: 3,
      hasNext: false,
      documents: [],
    });
    expect(readIdNumbers(await page(2))).toEqual([3]);
  });

  test("returns the first page for a missing or invalid page number", async () => {
    mock.use(pagedList("documents.listByCompany", { items: 3, pageSize: 2 }));
    for (const path of [DOCUMENTS, `${DOCUMENTS}?page=0`, `${DOCUMENTS}?page=-3`])
      expect(readIdNumbers(await send(mock, path))).toEqual([1, 2]);
  });

  test("without items is one empty page", async () => {
    mock.use(pagedList("documents.listByCompany", { items: 0 }));
    expect((await page(1)).json).toEqual({
      totalDocuments: 0,
      perPage: 100,
      totalPages: 1,
      currentPage: 1,
      hasNext: false,
      hasPrevious: false,
      documents: [],
    });
  });

  test("copies the items, so that later changes have no effect", async () => {
    const items = (await exampleDocuments()).slice(0, 2);
    mock.use(pagedList("documents.listByCompany", { items }));
    const before = structuredClone(items);
    items.pop();
    expect((await page(1)).json).toMatchObject({ totalDocuments: 2, documents: before });
  });

  test("uses the page size of a request when the operation has limit", async () => {
    mock.use(pagedList("connections.listByCompany", { items: 5, pageSize: 4 }));
    mock.use(pagedList("documents.listByCompany", { items: 5, pageSize: 4 }));
    expect((await page(2, `${CONNECTION}?limit=2`)).json).toMatchObject({ perPage: 2, totalPages: 3, currentPage: 2 });
    expect((await page(2, CONNECTION)).json).toMatchObject({ perPage: 4, totalPages: 2 });
    expect((await page(2, `${DOCUMENTS}?limit=2`)).json).toMatchObject({ perPage: 4, totalPages: 2 });
    expect((await send(mock, `${CONNECTION}?limit=0`)).status).toBe(400);
  });

  test("fails once on a page and then continues", async () => {
    const handle = mock.use(pagedList("documents.listByCompany", { items: 5, pageSize: 2, failOnPage: 2 }));
    const got = [await page(1), await page(2), await page(2), await page(3)];
    expect(got.map(({ status }) => status)).toEqual([200, 500, 200, 200]);
    expect(got.flatMap(readIdNumbers)).toEqual([1, 2, 3, 4, 5]);
    expect(handle.handled).toBe(4);
  });

  test("fails with the given status and count, and with the documented body", async () => {
    const failOnPage = { page: 1, status: 429, times: 2 };
    mock.use(pagedList("documents.listByCompany", { items: 1, failOnPage }));
    const got = [await page(1), await page(1), await page(1)];
    expect(got.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(got[0]?.json).toEqual({ detail: "Request was throttled." });
  });

  test("adds one new item in front after a page", async () => {
    mock.use(pagedList("documents.listByCompany", { items: 4, pageSize: 2, shiftAfterPage: 1 }));
    const got = [await page(1), await page(2), await page(3), await page(1)];
    expect(got.map(readIdNumbers)).toEqual([[1, 2], [2, 3], [4], [5, 1]]);
    expect(got[3]?.json).toMatchObject({ totalDocuments: 5, totalPages: 3 });
  });

  test("gives the new item an unused id", async () => {
    const id = "00000000-0000-4000-8000-000000000002";
    const [first] = await exampleDocuments();
    const items = first === undefined ? [] : [{ ...first, id }];
    mock.use(pagedList("documents.listByCompany", { items, pageSize: 1, shiftAfterPage: 1 }));
    await page(1);
    expect(new Set([...readIdNumbers(await page(1)), ...readIdNumbers(await page(2))]).size).toBe(2);
  });

  test("restarts for each mock and each use", async () => {
    const list = pagedList("documents.listByCompany", { items: 1, failOnPage: 1 });
    await using other = await startMockServer(v0_3, { prism });
    const [first, second] = [mock.use(list), other.use(list)];
    expect([(await page(1)).status, (await send(other, DOCUMENTS)).status, (await page(1)).status]).toEqual([
      500, 500, 200,
    ]);
    mock.use(list);
    expect([(await page(1)).status, (await page(1)).status]).toEqual([500, 200]);
    expect([first.handled, second.handled]).toEqual([2, 1]);
  });

  test.each(apis)("makes items that follow the document of $version, for each of its lists", async (api) => {
    await using own = await startPrism(api);
    await using server = await startMockServer(api, { prism: own });
    const document = loadDocument(api);
    const wrong: string[] = [];
    for (const operation of document.operations.values()) {
      if (operation.page === undefined) continue;
      server.use(
        pagedListOf({ version: api.version, document }, operation.name, { items: 7, pageSize: 7, shiftAfterPage: 1 }),
      );
      const path = operation.path.replaceAll(/\{[^}]+\}/g, COMPANY);
      for (const got of [await send(server, path), await send(server, path)]) {
        const schema = operation.responses.get("200")?.content.get("application/json")?.schema ?? false;
        const body: Json = got.json ?? null;
        wrong.push(...document.validate(schema, body).map(({ at, message }) => `${operation.id}${at}: ${message}`));
        wrong.push(
          ...findUndeclaredProperties(document.json, schema, body).map((at) => `${operation.id}${String(at)}`),
        );
        const items = isObject(body) ? body[operation.page.items] : undefined;
        const ids = isArray(items) ? items.map((item) => isObject(item) && item["id"]) : [];
        if (new Set(ids).size !== 7) wrong.push(`${operation.id}: ${ids.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("jobLifecycle", () => {
  test("moves each job through the states and keeps the last", async () => {
    const handle = mock.use(jobLifecycle(["PENDING", "TERMINATED"]));
    const seen = [];
    for (const job of ["a", "b", "a", "a", "b"]) seen.push((await send(mock, `/job/${job}`)).json);
    expect(seen).toMatchObject([
      { id: "a", status: "PENDING" },
      { id: "b", status: "PENDING" },
      { id: "a", status: "TERMINATED", terminationReason: expect.any(String) },
      { id: "a", status: "TERMINATED" },
      { id: "b", status: "TERMINATED" },
    ]);
    expect([handle.handled, handle.done]).toEqual([5, false]);
  });

  test("gives each submitted job a new id, also with many files", async () => {
    mock.use(jobLifecycle(["PENDING", { status: "COMPLETED", parsedDocumentIds: ["d1", "d2"] }]));
    const documents = ["https://files.example.com/a.pdf"];
    const submitted = [
      await upload(mock),
      await sendJson(mock, `/job/company/${COMPANY}/bulk`, { documents }),
      await upload(mock, 2_000_000),
    ];
    expect(submitted.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = submitted.map(({ json }) => (isObject(json) ? String(json["id"]) : ""));
    expect(new Set(ids).size).toBe(3);
    for (const { json } of submitted) expect(json).toMatchObject({ status: "PENDING" });
    for (const id of ids) {
      expect((await send(mock, `/job/${id}`)).json).toMatchObject({ id, status: "PENDING" });
      expect((await send(mock, `/job/${id}`)).json).toMatchObject({ id, parsedDocumentIds: ["d1", "d2"] });
    }
  });

  test("completes a state from its example, and keeps an undocumented state unchanged", async () => {
    mock.use(jobLifecycle(["SLEEPING", { status: "COMPLETED", duplicates: 9 }]));
    const [first, second] = [await send(mock, "/job/a"), await send(mock, "/job/a")];
    expect(first.json).toEqual({ id: "a", status: "SLEEPING" });
    expect(second.json).toMatchObject({
      id: "a",
      status: "COMPLETED",
      duplicates: 9,
      parsedDocumentIds: expect.any(Array),
    });
  });

  test("does not count a request that Prism refuses", async () => {
    const handle = mock.use(jobLifecycle(["PENDING", "FAILED"]));
    expect((await send(mock, "/job/a")).json).toMatchObject({ status: "PENDING" });
    expect((await fetch(`${mock.url}/job/a`)).status).toBe(401);
    expect((await send(mock, `/job/company/${COMPANY}`, { method: "POST", body: new FormData() })).status).toBe(400);
    expect(handle.handled).toBe(1);
    expect((await send(mock, "/job/a")).json).toMatchObject({ status: "FAILED" });
  });
});

describe("reply", () => {
  const PING = { message: "pong" };

  test("responds with body, status and headers for the given number of requests", async () => {
    const created = await sendJson(mock, SITES, { name: "Office" });
    const handle = mock.use(reply("sites.create", 400, { detail: "no" }, { times: 2, headers: { "X-Mine": "1" } }));
    const got = [];
    for (let index = 0; index < 3; index += 1) got.push(await sendJson(mock, SITES, { name: "Office" }));
    expect(got.map(({ status }) => status)).toEqual([400, 400, 201]);
    expect([got[0]?.json, got[0]?.headers.get("x-mine")]).toEqual([{ detail: "no" }, "1"]);
    expect(got[2]?.json).toEqual(created.json);
    expect([handle.handled, handle.done]).toEqual([2, true]);
  });

  test("responds to every request without a number", async () => {
    const handle = mock.use(reply("ping.retrieve", 404, { detail: "gone" }));
    expect(await fetchStatuses(4)).toEqual([404, 404, 404, 404]);
    expect([handle.handled, handle.done]).toEqual([4, false]);
  });

  test("responds with a status without a body", async () => {
    mock.use(reply("companies.delete", 204));
    const got = await send(mock, `/company/${COMPANY}`, { method: "DELETE" });
    expect([got.status, got.text, got.headers.get("content-type")]).toEqual([204, "", null]);
  });

  test("passes on the refusal of Prism and does not count it", async () => {
    const handle = mock.use(reply("documents.listByCompany", 404, { detail: "gone" }, { times: 1 }));
    const refused = await send(mock, `${DOCUMENTS}?dateType=NONE`);
    expect([refused.status, refused.headers.has("sl-violations"), handle.handled]).toEqual([400, true, 0]);
    expect((await send(mock, DOCUMENTS)).json).toEqual({ detail: "gone" });
  });

  test("names each invalid place of a body", async () => {
    const json = (await exampleDocuments())[0];
    const body = { ...json, id: 1, company: { name: null } };
    // @ts-expect-error: the types refuse it too.
    expect(() => reply("documents.retrieve", 200, body)).toThrow(
      /^reply: the body of 200 of documents.retrieve does not match the document:\n(.*\n)* {2}\/id: must be string/,
    );
    // @ts-expect-error: the types refuse it too.
    expect(() => reply("documents.retrieve", 200, body)).toThrow(/\n {2}\/company/);
  });

  test("refuses statuses and bodies that do not match", () => {
    // @ts-expect-error: the types refuse it too.
    expect(() => reply("ping.retrieve", 418, PING)).toThrow(
      "reply: ping.retrieve does not declare 418; it declares 200, 400, 401, 403, 404, 429",
    );
    // @ts-expect-error: the types refuse it too.
    expect(() => reply("companies.delete", 204, {})).toThrow(
      "reply: the body of 204 of companies.delete must be left out: the response has no body",
    );
    // @ts-expect-error: the types refuse it too.
    expect(() => reply("ping.retrieve", 404)).toThrow(
      "reply: the body of 404 of ping.retrieve is missing: pass it after the status",
    );
  });

  test("refuses invalid headers", () => {
    const body = { detail: "no" };
    expect(() => reply("ping.retrieve", 404, body, { headers: { "a b": "1" } })).toThrow(
      "Header name must be a valid HTTP token",
    );
    expect(() => reply("ping.retrieve", 404, body, { headers: { a: "1\r\nb: 2" } })).toThrow(
      "Invalid character in header content",
    );
  });
});

describe("rateLimited", () => {
  test.each([
    ["seconds", 30, "30"],
    ["no wait", 0, "0"],
    ["a date", new Date(Date.UTC(2026, 0, 31, 12)), "Sat, 31 Jan 2026 12:00:00 GMT"],
    ["a ready-made header", "Sat, 31 Jan 2026 12:00:00 GMT", "Sat, 31 Jan 2026 12:00:00 GMT"],
    ["nothing, as Nectar documents none", undefined, null],
  ])("responds with 429 and %s in Retry-After", async (_, retryAfter, header) => {
    const handle = mock.use(rateLimited({ times: 2, retryAfter }));
    const got = await send(mock, "/ping");
    expect([got.status, got.json, got.headers.get("retry-after")]).toEqual([
      429,
      { detail: "Request was throttled." },
      header,
    ]);
    expect(handle.done).toBe(false);
    expect(await fetchStatuses(2)).toEqual([429, 200]);
    expect([handle.handled, handle.done]).toEqual([2, true]);
  });

  test("handles only the given operations", async () => {
    mock.use(rateLimited({ operation: ["ping.retrieve", "companies.list"], times: 2 }));
    expect([
      (await send(mock, DOCUMENTS)).status,
      ...(await fetchStatuses(1)),
      ...(await fetchStatuses(2, "/company")),
    ]).toEqual([200, 429, 429, 200]);
  });
});

describe("flaky", () => {
  test("responds with 503 once", async () => {
    const handle = mock.use(flaky());
    const got = await send(mock, "/ping");
    expect([got.status, got.json]).toEqual([503, { detail: "Service Unavailable" }]);
    expect([await fetchStatuses(2), handle.done]).toEqual([[200, 200], true]);
  });

  test("responds with the documented body of a status without asking Prism", async () => {
    mock.use(flaky({ status: 401, times: Number.POSITIVE_INFINITY }));
    const got = await send(mock, `${DOCUMENTS}?dateType=NONE`);
    expect([got.status, got.json]).toEqual([401, { detail: "Authentication credentials were not provided." }]);
  });

  test("does not handle an unknown path", async () => {
    const handle = mock.use(flaky());
    expect((await send(mock, "/nothing")).status).toBe(404);
    expect(handle.handled).toBe(0);
  });
});

describe("slow", () => {
  test("passes the request on after the delay", async () => {
    const handle = mock.use(slow(20), reply("ping.retrieve", 404, { detail: "late" }));
    expect(await fetchStatuses(2)).toEqual([404, 404]);
    expect([handle.handled, handle.done]).toEqual([4, false]);
  });

  test("ends when the caller disconnects, and the mock still responds to others", async () => {
    const handle = mock.use(slow(2 ** 31 - 1, { times: 1 }));
    const caller = new AbortController();
    const waiting = send(mock, "/ping", { signal: caller.signal });
    const failed = expect(waiting).rejects.toThrow("This operation was aborted");
    await expect.poll(() => handle.done).toBe(true);
    caller.abort();
    await failed;
    expect(await fetchStatuses(1)).toEqual([200]);
    expect(mock.requests).toMatchObject([{ respondedBy: undefined, status: undefined }, { status: 200 }]);
  });
});

describe("disconnect", () => {
  /** The part of a response that arrives. */
  async function arrived(path: string): Promise<{ status: number | undefined; bytes: number; broken: boolean }> {
    let [status, bytes]: [number | undefined, number] = [undefined, 0];
    try {
      const response = await fetch(mock.url + path, { headers: { "x-api-key": KEY } });
      status = response.status;
      for await (const chunk of response.body ?? []) bytes += chunk.length;
      return { status, bytes, broken: false };
    } catch {
      return { status, bytes, broken: true };
    }
  }

  test("breaks the connection once before any response", async () => {
    const handle = mock.use(disconnect());
    expect(await arrived("/ping")).toEqual({ status: undefined, bytes: 0, broken: true });
    expect([await fetchStatuses(1), handle.done]).toEqual([[200], true]);
    expect(mock.requests).toMatchObject([{ respondedBy: "disconnect", status: undefined }, { respondedBy: "prism" }]);
  });

  test.each([
    [0, 0],
    [10, 10],
    [1_000_000_000, -1],
  ])("breaks it after %d bytes of the body, but never after the whole body", async (afterBytes, expected) => {
    const whole = Buffer.byteLength((await send(mock, DOCUMENTS)).text);
    mock.use(disconnect({ afterBytes, operation: "documents.listByCompany" }));
    const bytes = expected === -1 ? whole - 1 : expected;
    expect(await arrived(DOCUMENTS)).toEqual({ status: 200, bytes, broken: true });
    expect(mock.requests.at(-1)).toMatchObject({ respondedBy: "disconnect", status: 200 });
  });

  test("breaks the response of another scenario, and one without a body before it starts", async () => {
    mock.use(
      disconnect({ times: 2, afterBytes: 5 }),
      reply("companies.delete", 204),
      flaky({ operation: "ping.retrieve" }),
    );
    expect(await arrived("/ping")).toEqual({ status: 503, bytes: 5, broken: true });
    await expect(send(mock, `/company/${COMPANY}`, { method: "DELETE" })).rejects.toThrow("fetch failed");
  });

  test("breaks the connection of an upload too", async () => {
    mock.use(disconnect());
    await expect(upload(mock, 3_000_000)).rejects.toThrow("fetch failed");
    expect((await upload(mock)).status).toBe(201);
  });
});

describe("malformed", () => {
  test.each([
    ["truncated", "application/json"],
    ["not-json", "application/json"],
    ["html", "text/html; charset=utf-8"],
  ] as const)("responds with a success whose body is %s", async (kind, type) => {
    const handle = mock.use(malformed({ kind }));
    const got = await send(mock, DOCUMENTS);
    expect([got.status, got.headers.get("content-type"), got.json]).toEqual([200, type, undefined]);
    expect(got.text).not.toBe("");
    expect([handle.done, (await send(mock, DOCUMENTS)).json]).toMatchObject([true, { currentPage: 1 }]);
  });

  test("is truncated by default, with the declared status", async () => {
    mock.use(malformed({ times: 2 }));
    const created = await sendJson(mock, SITES, { name: "Office" });
    expect([created.status, created.json, created.text.slice(0, 1)]).toEqual([201, undefined, "{"]);
    const deleted = await send(mock, `/company/${COMPANY}`, { method: "DELETE" });
    expect([deleted.status, deleted.json, deleted.text === ""]).toEqual([200, undefined, false]);
  });
});

describe("scenarios on top of each other", () => {
  test("the newest handles a request first, and passes on at its limit", async () => {
    const old = mock.use(flaky({ status: 500, times: 2 }));
    const young = mock.use(flaky({ status: 502, times: 1 }));
    expect(await fetchStatuses(4)).toEqual([502, 500, 500, 200]);
    expect([old.handled, young.handled, old.done, young.done]).toEqual([2, 1, true, true]);
  });

  test("scenarios of one call handle requests in their order and count together", async () => {
    const handle = mock.use(flaky({ status: 500 }), flaky({ status: 502 }));
    expect(handle.done).toBe(false);
    expect(await fetchStatuses(1)).toEqual([500]);
    expect([handle.handled, handle.done]).toEqual([1, false]);
    expect(await fetchStatuses(2)).toEqual([502, 200]);
    expect([handle.handled, handle.done]).toEqual([2, true]);
  });

  test("a removed scenario no longer responds, and others still do", async () => {
    const [first, second] = [mock.use(flaky({ status: 500, times: 9 })), mock.use(flaky({ status: 502, times: 9 }))];
    expect(await fetchStatuses(1)).toEqual([502]);
    second.remove();
    second.remove();
    expect(await fetchStatuses(1)).toEqual([500]);
    first.remove();
    expect([await fetchStatuses(1), first.handled, second.handled]).toEqual([[200], 1, 1]);
  });

  test("a use without scenarios is done at once", () => {
    expect(mock.use()).toMatchObject({ done: true, handled: 0 });
  });

  test("concurrent requests do not exceed the limit", async () => {
    const handle = mock.use(flaky({ times: 3 }), reply("ping.retrieve", 404, { detail: "gone" }, { times: 3 }));
    const got = await Promise.all(Array.from({ length: 10 }, () => send(mock, "/ping")));
    const count = (status: number) => got.filter((response) => response.status === status).length;
    expect([count(503), count(404), count(200), handle.handled]).toEqual([3, 3, 4, 6]);
  });
});

describe("invalid options are refused with advice when the scenario is created", () => {
  const text: string = "documents.listByCompany";
  /** Scenarios for a caller without types. */
  const raw = { version: "v0.3", document: loadDocument(v0_3) };
  const list =
    (options: Parameters<typeof pagedListOf>[2], id = text) =>
    () =>
      pagedListOf(raw, id, options);

  test.each<[what: string, make: () => unknown, message: string]>([
    ["pages of nothing", list({ items: 1, pageSize: 0 }), "pagedList: pageSize is 0: expected a whole number from 1"],
    ["half a page", list({ items: 1, pageSize: 1.5 }), "pagedList: pageSize is 1.5: expected a whole number from 1"],
    ["fewer items than none", list({ items: -1 }), "pagedList: items is -1: expected a whole number from 0"],
    [
      "an infinite number of items",
      list({ items: Number.POSITIVE_INFINITY }),
      "pagedList: items is Infinity: expected a whole number from 0",
    ],
    [
      "a failing page past the end",
      list({ items: 0, failOnPage: 3 }),
      "pagedList: failOnPage is 3, but the items fill only 1 page: pass more items or a smaller pageSize",
    ],
    [
      "a shift after a page past the end",
      list({ items: 20, pageSize: 10, shiftAfterPage: 3 }),
      "pagedList: shiftAfterPage is 3, but the items fill only 2 pages: pass more items or a smaller pageSize",
    ],
    ["a shift of nothing", list({ items: 0, shiftAfterPage: 1 }), "pagedList: shiftAfterPage needs at least one item"],
    ["page 0", list({ items: 1, failOnPage: 0 }), "pagedList: failOnPage is 0: expected a whole number from 1"],
    [
      "a success as the status of a failure",
      list({ items: 1, failOnPage: { page: 1, status: 200 } }),
      "pagedList: failOnPage.status is 200: expected an error status from 400 to 599",
    ],
    [
      "zero failures",
      list({ items: 1, failOnPage: { page: 1, times: 0 } }),
      "pagedList: failOnPage.times is 0: expected a whole number from 1, or Infinity",
    ],
    [
      "a list without pages",
      list({ items: 1 }, "companies.list"),
      "pagedList: companies.list is not a paginated list; use reply() for other operations",
    ],
    [
      "a misspelled operation",
      list({ items: 1 }, "documents.listByCompny"),
      "v0.3 has no operation documents.listByCompny; similar operations: documents.listByCompany",
    ],
    [
      "an operation id",
      list({ items: 1 }, idOf("documents.listByCompany")),
      `${idOf("documents.listByCompany")} is the operation documents.listByCompany: pass that name`,
    ],
    ["items of the wrong shape", list({ items: [{ id: 1 }] }), "  /0/id: must be string"],
    [
      "no state",
      () => jobLifecycle([]),
      'jobLifecycle: no states: pass at least one, such as ["PENDING", "COMPLETED"]',
    ],
    ["an empty state", () => jobLifecycle([""]), 'jobLifecycle: state 1 is "": pass a status, or a job with one'],
    [
      "a job of the wrong shape",
      // @ts-expect-error: the types refuse it too.
      () => jobLifecycle(["PENDING", { status: "COMPLETED", duplicates: "two" }]),
      "jobLifecycle: state 2 does not match the document:\n  /duplicates: must be integer",
    ],
    ["negative times", () => flaky({ times: -1 }), "flaky: times is -1: expected a whole number from 1, or Infinity"],
    [
      "zero requests",
      () => rateLimited({ times: 0 }),
      "rateLimited: times is 0: expected a whole number from 1, or Infinity",
    ],
    ["times that are not a number", () => malformed({ times: Number.NaN }), "malformed: times is NaN"],
    ["half a time", () => disconnect({ times: 0.5 }), "disconnect: times is 0.5"],
    ["a reply to zero requests", () => reply("ping.retrieve", 404, { detail: "" }, { times: 0 }), "reply: times is 0"],
    [
      "a success as the status of an error",
      () => flaky({ status: 204 }),
      "flaky: status is 204: expected an error status from 400 to 599; use reply() for other statuses",
    ],
    ["a negative delay", () => slow(-1), "slow: -1 ms: expected a number from 0 to 2147483647"],
    [
      "an infinite delay",
      () => slow(Number.POSITIVE_INFINITY),
      "slow: Infinity ms: expected a number from 0 to 2147483647",
    ],
    [
      "a negative Retry-After",
      () => rateLimited({ retryAfter: -1 }),
      "rateLimited: retryAfter is -1: expected whole seconds from 0, or a date",
    ],
    ["a Retry-After of words", () => rateLimited({ retryAfter: "later" }), "rateLimited: retryAfter is later"],
    [
      "a Retry-After without a date",
      () => rateLimited({ retryAfter: new Date(Number.NaN) }),
      "rateLimited: retryAfter is Invalid Date",
    ],
    [
      "negative bytes",
      () => disconnect({ afterBytes: -1 }),
      "disconnect: afterBytes is -1: expected a whole number from 0",
    ],
    [
      "an unknown kind",
      // @ts-expect-error: the types refuse it too.
      () => malformed({ kind: "xml" }),
      "malformed: kind is xml: expected one of: truncated, not-json, html",
    ],
    [
      "an empty list of operations",
      () => flaky({ operation: [] }),
      "flaky: operation is an empty list: leave it out to match every operation",
    ],
    [
      "an unknown operation among several",
      () => slowOf(raw, 1, { operation: ["ping.retrieve", "pong"] }),
      "v0.3 has no operation pong",
    ],
    [
      "an operation id in an option",
      () => flakyOf(raw, { operation: idOf("jobs.retrieve") }),
      `${idOf("jobs.retrieve")} is the operation jobs.retrieve: pass that name`,
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });

  test("a scenario of another version, when it is used", () => {
    const other: Scenario<"v0.2"> = createScenarios(v0_2).flaky();
    // @ts-expect-error: the types refuse it too.
    expect(() => mock.use(flaky(), other)).toThrow(
      "flaky was created for v0.2, but this mock serves v0.3: create it with createScenarios(v0_3)",
    );
    expect(mock.use().done).toBe(true);
  });

  test("a value that is not a scenario", async () => {
    for (const wrong of [undefined, null, flaky, "flaky", {}]) {
      // @ts-expect-error: the types refuse it too.
      const use = () => mock.use(wrong);
      expect(use).toThrow("mock.use expects a scenario from createScenarios(v0_3)");
    }
    expect(await fetchStatuses(1)).toEqual([200]);
  });
});
