import { v2_1 } from "@nectar-sdk/api-v2.1";
import { type Document, v2_2 } from "@nectar-sdk/api-v2.2";
import { apis } from "@nectar-sdk/versions";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isArray, isObject, type Json } from "../src/document/json.ts";
import { undeclaredProperties } from "../src/document/undeclared-properties.ts";
import {
  loadDocument,
  type MockServer,
  type Prism,
  type Scenario,
  scenarios,
  startMockServer,
  startPrism,
} from "../src/index.ts";
import { flaky as flakyOf } from "../src/scenarios/flaky.ts";
import { pagedList as pagedListOf } from "../src/scenarios/paged-list.ts";
import { slow as slowOf } from "../src/scenarios/slow.ts";
import { COMPANY, DOCUMENTS, type Got, KEY, send, sendJson, upload } from "./support/send.ts";

const { pagedList, jobLifecycle, reply, rateLimited, flaky, slow, disconnect, malformed } = scenarios(v2_2);
const CONNECTION = `/connection/company/${COMPANY}`;
const SITES = `/site/company/${COMPANY}`;

let prism: Prism;
let mock: MockServer<"v2.2">;
beforeAll(async () => {
  prism = await startPrism(v2_2);
  mock = await startMockServer(v2_2, { prism });
});
afterEach(() => mock.reset());
afterAll(async () => {
  await mock.close();
  await prism.close();
});

const page = (number: number, path = DOCUMENTS): Promise<Got> =>
  send(mock, `${path}${path.includes("?") ? "&" : "?"}page=${number}`);
const statusesOf = async (count: number, path = "/ping"): Promise<number[]> => {
  const statuses = [];
  for (let index = 0; index < count; index += 1) statuses.push((await send(mock, path)).status);
  return statuses;
};
/** The last digits of the ids of a page of documents. */
const idsOf = ({ json }: Got): number[] =>
  isObject(json) && isArray(json["documents"])
    ? json["documents"].map((item) => Number(String(isObject(item) ? item["id"] : "").slice(-12)))
    : [];
/** Documents as the examples show them. */
async function exampleDocuments(): Promise<Document[]> {
  const { json } = await send(mock, DOCUMENTS);
  // What Prism answered was checked against the schema by Prism.
  return JSON.parse(JSON.stringify(isObject(json) ? json["documents"] : []));
}

describe("pagedList", () => {
  test("has the items on pages of 100, and the last page again past the end", async () => {
    const handle = mock.use(pagedList("document_company_retrieve", { items: 250 }));
    const pages = [await page(1), await page(2), await page(3), await page(4)];
    expect(pages.map((got) => idsOf(got).length)).toEqual([100, 100, 50, 50]);
    expect(idsOf(pages[3] ?? pages[0] ?? (await page(3)))).toEqual(
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
    expect([handle.answered, handle.done]).toEqual([4, false]);
    expect(mock.requests.map(({ answeredBy, status }) => [answeredBy, status])).toEqual(
      Array.from({ length: 4 }, () => ["pagedList", 200]),
    );
  });

  test("has an empty page past the end where it does not clamp", async () => {
    mock.use(pagedList("document_company_retrieve", { items: 3, pageSize: 2, clamp: false }));
    const past = await page(3);
    expect(past.json).toMatchObject({
      totalDocuments: 3,
      totalPages: 2,
      currentPage: 3,
      hasNext: false,
      documents: [],
    });
    expect(idsOf(await page(2))).toEqual([3]);
  });

  test("shows the first page to who asks for none, or for one before it", async () => {
    mock.use(pagedList("document_company_retrieve", { items: 3, pageSize: 2 }));
    for (const path of [DOCUMENTS, `${DOCUMENTS}?page=0`, `${DOCUMENTS}?page=-3`])
      expect(idsOf(await send(mock, path))).toEqual([1, 2]);
  });

  test("of nothing is one empty page", async () => {
    mock.use(pagedList("document_company_retrieve", { items: 0 }));
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

  test("shows the items that it was given, whatever becomes of them later", async () => {
    const items = (await exampleDocuments()).slice(0, 2);
    mock.use(pagedList("document_company_retrieve", { items }));
    const before = structuredClone(items);
    items.pop();
    expect((await page(1)).json).toMatchObject({ totalDocuments: 2, documents: before });
  });

  test("goes by the page size that a request chooses, where the operation lets it", async () => {
    mock.use(pagedList("connection_company_retrieve", { items: 5, pageSize: 4 }));
    mock.use(pagedList("document_company_retrieve", { items: 5, pageSize: 4 }));
    expect((await page(2, `${CONNECTION}?limit=2`)).json).toMatchObject({ perPage: 2, totalPages: 3, currentPage: 2 });
    expect((await page(2, CONNECTION)).json).toMatchObject({ perPage: 4, totalPages: 2 });
    expect((await page(2, `${DOCUMENTS}?limit=2`)).json).toMatchObject({ perPage: 4, totalPages: 2 });
    expect((await send(mock, `${CONNECTION}?limit=0`)).status).toBe(400);
  });

  test("fails on a page once, and goes on then", async () => {
    const handle = mock.use(pagedList("document_company_retrieve", { items: 5, pageSize: 2, failOnPage: 2 }));
    const got = [await page(1), await page(2), await page(2), await page(3)];
    expect(got.map(({ status }) => status)).toEqual([200, 500, 200, 200]);
    expect(got.flatMap(idsOf)).toEqual([1, 2, 3, 4, 5]);
    expect(handle.answered).toBe(4);
  });

  test("fails with the status and as often as it was told, with the documented body", async () => {
    const failOnPage = { page: 1, status: 429, times: 2 };
    mock.use(pagedList("document_company_retrieve", { items: 1, failOnPage }));
    const got = [await page(1), await page(1), await page(1)];
    expect(got.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(got[0]?.json).toEqual({ detail: "Request was throttled." });
  });

  test("puts one new item in front after a page, once", async () => {
    mock.use(pagedList("document_company_retrieve", { items: 4, pageSize: 2, shiftAfterPage: 1 }));
    const got = [await page(1), await page(2), await page(3), await page(1)];
    expect(got.map(idsOf)).toEqual([[1, 2], [2, 3], [4], [5, 1]]);
    expect(got[3]?.json).toMatchObject({ totalDocuments: 5, totalPages: 3 });
  });

  test("puts its new item under an id that none of the items has", async () => {
    const id = "00000000-0000-4000-8000-000000000002";
    const [first] = await exampleDocuments();
    const items = first === undefined ? [] : [{ ...first, id }];
    mock.use(pagedList("document_company_retrieve", { items, pageSize: 1, shiftAfterPage: 1 }));
    await page(1);
    expect(new Set([...idsOf(await page(1)), ...idsOf(await page(2))]).size).toBe(2);
  });

  test("begins anew for each mock, and for each use", async () => {
    const list = pagedList("document_company_retrieve", { items: 1, failOnPage: 1 });
    await using other = await startMockServer(v2_2, { prism });
    const [first, second] = [mock.use(list), other.use(list)];
    expect([(await page(1)).status, (await send(other, DOCUMENTS)).status, (await page(1)).status]).toEqual([
      500, 500, 200,
    ]);
    mock.use(list);
    expect([(await page(1)).status, (await page(1)).status]).toEqual([500, 200]);
    expect([first.answered, second.answered]).toEqual([2, 1]);
  });

  test.each(apis)("makes items that follow the document of $version, for each of its lists", async (api) => {
    await using own = await startPrism(api);
    await using server = await startMockServer(api, { prism: own });
    const document = loadDocument(api);
    const wrong: string[] = [];
    for (const operation of document.operations.values()) {
      if (operation.page === undefined) continue;
      server.use(
        pagedListOf({ version: api.version, document }, operation.id, { items: 7, pageSize: 7, shiftAfterPage: 1 }),
      );
      const path = operation.path.replaceAll(/\{[^}]+\}/g, COMPANY);
      for (const got of [await send(server, path), await send(server, path)]) {
        const schema = operation.answers.get("200")?.content.get("application/json")?.schema ?? false;
        const body: Json = got.json ?? null;
        wrong.push(...document.validate(schema, body).map(({ at, message }) => `${operation.id}${at}: ${message}`));
        wrong.push(...undeclaredProperties(document.json, schema, body).map((at) => `${operation.id}${String(at)}`));
        const items = isObject(body) ? body[operation.page.items] : undefined;
        const ids = isArray(items) ? items.map((item) => isObject(item) && item["id"]) : [];
        if (new Set(ids).size !== 7) wrong.push(`${operation.id}: ${ids.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("jobLifecycle", () => {
  test("goes through the states, each job by itself, and stays in the last one", async () => {
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
    expect([handle.answered, handle.done]).toEqual([5, false]);
  });

  test("gives each job that is submitted an id of its own, also when it has many files", async () => {
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

  test("takes the rest of a state from its example, and a state that nobody documented as it is", async () => {
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
    expect(handle.answered).toBe(1);
    expect((await send(mock, "/job/a")).json).toMatchObject({ status: "FAILED" });
  });
});

describe("reply", () => {
  const PING = { message: "pong" };

  test("answers with the body, the status and the headers, as long as it is told", async () => {
    const created = await sendJson(mock, SITES, { name: "Office" });
    const handle = mock.use(
      reply("site_company_create", 400, { detail: "no" }, { times: 2, headers: { "X-Mine": "1" } }),
    );
    const got = [];
    for (let index = 0; index < 3; index += 1) got.push(await sendJson(mock, SITES, { name: "Office" }));
    expect(got.map(({ status }) => status)).toEqual([400, 400, 201]);
    expect([got[0]?.json, got[0]?.headers.get("x-mine")]).toEqual([{ detail: "no" }, "1"]);
    expect(got[2]?.json).toEqual(created.json);
    expect([handle.answered, handle.done]).toEqual([2, true]);
  });

  test("answers for good where no number is given", async () => {
    const handle = mock.use(reply("ping_retrieve", 404, { detail: "gone" }));
    expect(await statusesOf(4)).toEqual([404, 404, 404, 404]);
    expect([handle.answered, handle.done]).toEqual([4, false]);
  });

  test("answers a status without a body", async () => {
    mock.use(reply("company_destroy", 204));
    const got = await send(mock, `/company/${COMPANY}`, { method: "DELETE" });
    expect([got.status, got.text, got.headers.get("content-type")]).toEqual([204, "", null]);
  });

  test("leaves a request that Prism refuses to Prism, and does not count it", async () => {
    const handle = mock.use(reply("document_company_retrieve", 404, { detail: "gone" }, { times: 1 }));
    const refused = await send(mock, `${DOCUMENTS}?dateType=NONE`);
    expect([refused.status, refused.headers.has("sl-violations"), handle.answered]).toEqual([400, true, 0]);
    expect((await send(mock, DOCUMENTS)).json).toEqual({ detail: "gone" });
  });

  test("names each place of a body that is wrong", async () => {
    const json = (await exampleDocuments())[0];
    const body = { ...json, id: 1, company: { name: null } };
    // @ts-expect-error: the types say so too.
    expect(() => reply("document_retrieve", 200, body)).toThrow(
      /^reply: the body of 200 of document_retrieve does not follow the document:\n(.*\n)* {2}\/id: must be string/,
    );
    // @ts-expect-error: the types say so too.
    expect(() => reply("document_retrieve", 200, body)).toThrow(/\n {2}\/company/);
  });

  test("says what is wrong with statuses and bodies that do not belong together", () => {
    // @ts-expect-error: the types say so too.
    expect(() => reply("ping_retrieve", 418, PING)).toThrow(
      "reply: ping_retrieve does not declare 418; it declares 200, 400, 401, 403, 404, 429",
    );
    // @ts-expect-error: the types say so too.
    expect(() => reply("company_destroy", 204, {})).toThrow(
      "reply: the body of 204 of company_destroy has to be left out: it has none",
    );
    // @ts-expect-error: the types say so too.
    expect(() => reply("ping_retrieve", 404)).toThrow(
      "reply: the body of 404 of ping_retrieve is missing: pass it after the status",
    );
  });

  test("refuses headers that no answer can have", () => {
    const body = { detail: "no" };
    expect(() => reply("ping_retrieve", 404, body, { headers: { "a b": "1" } })).toThrow(
      "Header name must be a valid HTTP token",
    );
    expect(() => reply("ping_retrieve", 404, body, { headers: { a: "1\r\nb: 2" } })).toThrow(
      "Invalid character in header content",
    );
  });
});

describe("rateLimited", () => {
  test.each([
    ["seconds", 30, "30"],
    ["no wait", 0, "0"],
    ["a date", new Date(Date.UTC(2026, 0, 31, 12)), "Sat, 31 Jan 2026 12:00:00 GMT"],
    ["a header as it stands", "Sat, 31 Jan 2026 12:00:00 GMT", "Sat, 31 Jan 2026 12:00:00 GMT"],
    ["nothing, as Nectar documents none", undefined, null],
  ])("answers 429 with %s in Retry-After", async (_, retryAfter, header) => {
    const handle = mock.use(rateLimited({ times: 2, retryAfter }));
    const got = await send(mock, "/ping");
    expect([got.status, got.json, got.headers.get("retry-after")]).toEqual([
      429,
      { detail: "Request was throttled." },
      header,
    ]);
    expect(handle.done).toBe(false);
    expect(await statusesOf(2)).toEqual([429, 200]);
    expect([handle.answered, handle.done]).toEqual([2, true]);
  });

  test("concerns only the operations that it is given", async () => {
    mock.use(rateLimited({ operation: ["ping_retrieve", "company_list"], times: 2 }));
    expect([
      (await send(mock, DOCUMENTS)).status,
      ...(await statusesOf(1)),
      ...(await statusesOf(2, "/company")),
    ]).toEqual([200, 429, 429, 200]);
  });
});

describe("flaky", () => {
  test("answers 503 once, then no more", async () => {
    const handle = mock.use(flaky());
    const got = await send(mock, "/ping");
    expect([got.status, got.json]).toEqual([503, { detail: "Service Unavailable" }]);
    expect([await statusesOf(2), handle.done]).toEqual([[200, 200], true]);
  });

  test("answers the documented body of a documented status, before Prism is asked", async () => {
    mock.use(flaky({ status: 401, times: Number.POSITIVE_INFINITY }));
    const got = await send(mock, `${DOCUMENTS}?dateType=NONE`);
    expect([got.status, got.json]).toEqual([401, { detail: "Authentication credentials were not provided." }]);
  });

  test("does not concern a path that leads nowhere", async () => {
    const handle = mock.use(flaky());
    expect((await send(mock, "/nothing")).status).toBe(404);
    expect(handle.answered).toBe(0);
  });
});

describe("slow", () => {
  test("goes on after the wait", async () => {
    const handle = mock.use(slow(20), reply("ping_retrieve", 404, { detail: "late" }));
    expect(await statusesOf(2)).toEqual([404, 404]);
    expect([handle.answered, handle.done]).toEqual([4, false]);
  });

  test("ends when the caller goes away, and the mock answers others", async () => {
    const handle = mock.use(slow(2 ** 31 - 1, { times: 1 }));
    const caller = new AbortController();
    const waiting = send(mock, "/ping", { signal: caller.signal });
    const failed = expect(waiting).rejects.toThrow("This operation was aborted");
    await expect.poll(() => handle.done).toBe(true);
    caller.abort();
    await failed;
    expect(await statusesOf(1)).toEqual([200]);
    expect(mock.requests).toMatchObject([{ answeredBy: undefined, status: undefined }, { status: 200 }]);
  });
});

describe("disconnect", () => {
  /** As far as an answer arrives. */
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

  test("breaks the connection before any answer, once", async () => {
    const handle = mock.use(disconnect());
    expect(await arrived("/ping")).toEqual({ status: undefined, bytes: 0, broken: true });
    expect([await statusesOf(1), handle.done]).toEqual([[200], true]);
    expect(mock.requests).toMatchObject([{ answeredBy: "disconnect", status: undefined }, { answeredBy: "prism" }]);
  });

  test.each([
    [0, 0],
    [10, 10],
    [1_000_000_000, -1],
  ])("breaks it after %d bytes of the body, never after the whole", async (afterBytes, expected) => {
    const whole = Buffer.byteLength((await send(mock, DOCUMENTS)).text);
    mock.use(disconnect({ afterBytes, operation: "document_company_retrieve" }));
    const bytes = expected === -1 ? whole - 1 : expected;
    expect(await arrived(DOCUMENTS)).toEqual({ status: 200, bytes, broken: true });
    expect(mock.requests.at(-1)).toMatchObject({ answeredBy: "disconnect", status: 200 });
  });

  test("breaks an answer of another scenario, and one without a body before it begins", async () => {
    mock.use(
      disconnect({ times: 2, afterBytes: 5 }),
      reply("company_destroy", 204),
      flaky({ operation: "ping_retrieve" }),
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
  ] as const)("answers a success whose body is %s", async (kind, type) => {
    const handle = mock.use(malformed({ kind }));
    const got = await send(mock, DOCUMENTS);
    expect([got.status, got.headers.get("content-type"), got.json]).toEqual([200, type, undefined]);
    expect(got.text).not.toBe("");
    expect([handle.done, (await send(mock, DOCUMENTS)).json]).toMatchObject([true, { currentPage: 1 }]);
  });

  test("is truncated where nothing else is said, with the status that the operation declares", async () => {
    mock.use(malformed({ times: 2 }));
    const created = await sendJson(mock, SITES, { name: "Office" });
    expect([created.status, created.json, created.text.slice(0, 1)]).toEqual([201, undefined, "{"]);
    const deleted = await send(mock, `/company/${COMPANY}`, { method: "DELETE" });
    expect([deleted.status, deleted.json, deleted.text === ""]).toEqual([200, undefined, false]);
  });
});

describe("scenarios on top of each other", () => {
  test("the newest comes first, and one that is used up leaves requests to the next", async () => {
    const old = mock.use(flaky({ status: 500, times: 2 }));
    const young = mock.use(flaky({ status: 502, times: 1 }));
    expect(await statusesOf(4)).toEqual([502, 500, 500, 200]);
    expect([old.answered, young.answered, old.done, young.done]).toEqual([2, 1, true, true]);
  });

  test("those of one call are asked in their order, and counted together", async () => {
    const handle = mock.use(flaky({ status: 500 }), flaky({ status: 502 }));
    expect(handle.done).toBe(false);
    expect(await statusesOf(1)).toEqual([500]);
    expect([handle.answered, handle.done]).toEqual([1, false]);
    expect(await statusesOf(2)).toEqual([502, 200]);
    expect([handle.answered, handle.done]).toEqual([2, true]);
  });

  test("what is taken away answers no more, and only that", async () => {
    const [first, second] = [mock.use(flaky({ status: 500, times: 9 })), mock.use(flaky({ status: 502, times: 9 }))];
    expect(await statusesOf(1)).toEqual([502]);
    second.remove();
    second.remove();
    expect(await statusesOf(1)).toEqual([500]);
    first.remove();
    expect([await statusesOf(1), first.answered, second.answered]).toEqual([[200], 1, 1]);
  });

  test("no scenario at all is done from the beginning", () => {
    expect(mock.use()).toMatchObject({ done: true, answered: 0 });
  });

  test("requests at the same time do not use a scenario up twice", async () => {
    const handle = mock.use(flaky({ times: 3 }), reply("ping_retrieve", 404, { detail: "gone" }, { times: 3 }));
    const got = await Promise.all(Array.from({ length: 10 }, () => send(mock, "/ping")));
    const count = (status: number) => got.filter((answer) => answer.status === status).length;
    expect([count(503), count(404), count(200), handle.answered]).toEqual([3, 3, 4, 6]);
  });
});

describe("what cannot be satisfied is refused when it is made, with the cure", () => {
  const text: string = "document_company_retrieve";
  /** As a caller without types: below what the types of the version hold. */
  const raw = { version: "v2.2", document: loadDocument(v2_2) };
  const list =
    (options: Parameters<typeof pagedListOf>[2], id = text) =>
    () =>
      pagedListOf(raw, id, options);

  test.each<[what: string, make: () => unknown, message: string]>([
    [
      "pages of nothing",
      list({ items: 1, pageSize: 0 }),
      "pagedList: pageSize is 0: it has to be a whole number from 1",
    ],
    [
      "half a page",
      list({ items: 1, pageSize: 1.5 }),
      "pagedList: pageSize is 1.5: it has to be a whole number from 1",
    ],
    ["fewer items than none", list({ items: -1 }), "pagedList: items is -1: it has to be a whole number from 0"],
    [
      "no end of items",
      list({ items: Number.POSITIVE_INFINITY }),
      "pagedList: items is Infinity: it has to be a whole number from 0",
    ],
    [
      "a failing page that is not there",
      list({ items: 0, failOnPage: 3 }),
      "pagedList: failOnPage is 3, and the items fill 1 page: give more items or a smaller pageSize",
    ],
    [
      "a shift after a page that is not there",
      list({ items: 20, pageSize: 10, shiftAfterPage: 3 }),
      "pagedList: shiftAfterPage is 3, and the items fill 2 pages: give more items or a smaller pageSize",
    ],
    [
      "a shift of nothing",
      list({ items: 0, shiftAfterPage: 1 }),
      "pagedList: shiftAfterPage moves items, and there are none: give some",
    ],
    ["page 0", list({ items: 1, failOnPage: 0 }), "pagedList: failOnPage is 0: it has to be a whole number from 1"],
    [
      "a failure that is none",
      list({ items: 1, failOnPage: { page: 1, status: 200 } }),
      "pagedList: failOnPage.status is 200: it has to be an error, 400 to 599",
    ],
    [
      "a failure no times",
      list({ items: 1, failOnPage: { page: 1, times: 0 } }),
      "pagedList: failOnPage.times is 0: it has to be a whole number from 1, or Infinity",
    ],
    [
      "a list without pages",
      list({ items: 1 }, "company_list"),
      "pagedList: company_list does not answer in pages; reply() answers with a body",
    ],
    [
      "an operation with a slip in it",
      list({ items: 1 }, "document_compny_retrieve"),
      "v2.2 has no operation document_compny_retrieve; near ones are document_company_retrieve",
    ],
    [
      "the client's name",
      list({ items: 1 }, "documents.listByCompany"),
      "documents.listByCompany is the operation document_company_retrieve: pass that id",
    ],
    ["items of the wrong shape", list({ items: [{ id: 1 }] }), "  /0/id: must be string"],
    [
      "no state",
      () => jobLifecycle([]),
      'jobLifecycle: there is no state: pass at least one, such as ["PENDING", "COMPLETED"]',
    ],
    ["an empty state", () => jobLifecycle([""]), 'jobLifecycle: state 1 is "": pass a status, or a job with one'],
    [
      "a job of the wrong shape",
      // @ts-expect-error: the types say so too.
      () => jobLifecycle(["PENDING", { status: "COMPLETED", duplicates: "two" }]),
      "jobLifecycle: state 2 does not follow the document:\n  /duplicates: must be integer",
    ],
    [
      "negative times",
      () => flaky({ times: -1 }),
      "flaky: times is -1: it has to be a whole number from 1, or Infinity",
    ],
    [
      "no times",
      () => rateLimited({ times: 0 }),
      "rateLimited: times is 0: it has to be a whole number from 1, or Infinity",
    ],
    ["times that are no number", () => malformed({ times: Number.NaN }), "malformed: times is NaN"],
    ["half a time", () => disconnect({ times: 0.5 }), "disconnect: times is 0.5"],
    ["a reply no times", () => reply("ping_retrieve", 404, { detail: "" }, { times: 0 }), "reply: times is 0"],
    [
      "an error that is none",
      () => flaky({ status: 204 }),
      "flaky: status is 204: it has to be an error, 400 to 599; reply() answers with others",
    ],
    ["a negative wait", () => slow(-1), "slow: -1 ms: it has to be a number from 0 to 2147483647"],
    [
      "a wait without an end",
      () => slow(Number.POSITIVE_INFINITY),
      "slow: Infinity ms: it has to be a number from 0 to 2147483647",
    ],
    [
      "a negative Retry-After",
      () => rateLimited({ retryAfter: -1 }),
      "rateLimited: retryAfter is -1: it has to be whole seconds from 0, or a date",
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
      "disconnect: afterBytes is -1: it has to be a whole number from 0",
    ],
    [
      "a kind that is none",
      // @ts-expect-error: the types say so too.
      () => malformed({ kind: "xml" }),
      "malformed: kind is xml: there is truncated, not-json, html",
    ],
    [
      "no operation at all",
      () => flaky({ operation: [] }),
      "flaky: operation is an empty list, which concerns nothing: leave it out",
    ],
    [
      "one operation of several",
      () => slowOf(raw, 1, { operation: ["ping_retrieve", "pong"] }),
      "v2.2 has no operation pong",
    ],
    [
      "the client's name in an option",
      () => flakyOf(raw, { operation: "jobs.retrieve" }),
      "jobs.retrieve is the operation job_retrieve: pass that id",
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });

  test("a scenario of another version, when it is used", () => {
    const other: Scenario<"v2.1"> = scenarios(v2_1).flaky();
    // @ts-expect-error: the types say so too.
    expect(() => mock.use(flaky(), other)).toThrow(
      "flaky was made for v2.1, and this mock serves v2.2: make it with scenarios(v2_2)",
    );
    expect(mock.use().done).toBe(true);
  });

  test("what is no scenario", async () => {
    for (const wrong of [undefined, null, flaky, "flaky", {}]) {
      // @ts-expect-error: the types say so too.
      const use = () => mock.use(wrong);
      expect(use).toThrow("mock.use takes what a function of scenarios(v2_2) returns");
    }
    expect(await statusesOf(1)).toEqual([200]);
  });
});
