import { v0_3 } from "@nectar-sdk/api-v0.3";
import { findSuccessContent, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExampleRequest } from "../../src/contract/create-example-request.ts";
import { toFetchArguments } from "../../src/contract/to-fetch-arguments.ts";
import type { Operation } from "../../src/document/read-document.ts";
import {
  createScenarios,
  loadDocument,
  type MockServer,
  type Prism,
  startMockServer,
  startPrism,
} from "../../src/index.ts";
import { DOCUMENTS, KEY, send } from "../support/send.ts";
import { apis } from "../support/versions.ts";

describe.each(apis)("a mock of $version with a seed", (api) => {
  const document = loadDocument(api);
  const operations = [...document.operations.values()];
  const lists = operations.flatMap(({ page, ...operation }) => (page === undefined ? [] : [{ ...operation, page }]));

  let prism: Prism;
  beforeAll(async () => {
    prism = await startPrism(api);
  });
  afterAll(() => prism.close());
  const startMock = (seed: string | number) => startMockServer(api, { prism, seed });

  const urlAndInit = (mock: MockServer, operation: Operation) =>
    toFetchArguments(createExampleRequest(document, operation), {
      baseUrl: mock.url,
      apiKeyHeader: document.apiKeyHeader,
      apiKey: KEY,
      headers: [],
    });

  /** Status and body of every operation, by its id. */
  async function fetchResponses(mock: MockServer, order: readonly Operation[]): Promise<Map<string, [number, string]>> {
    const responses = new Map<string, [number, string]>();
    for (const operation of order) {
      const response = await fetch(...urlAndInit(mock, operation));
      responses.set(operation.id, [response.status, await response.text()]);
    }
    return responses;
  }

  test.each([7, "a word"])("responds to every operation according to its schema (seed %j)", async (seed) => {
    await using mock = await startMock(seed);
    const responses = await fetchResponses(mock, operations);
    const wrong = operations.flatMap((operation) => {
      const [status = 0, text = ""] = responses.get(operation.id) ?? [];
      const content = operation.responses.get(String(status))?.content.get("application/json");
      if (status >= 300) return [`${operation.id}: ${status} ${text}`];
      if (content === undefined) return text === "" ? [] : [`${operation.id}: has an undeclared body`];
      return document
        .validate(content.schema, JSON.parse(text))
        .map(({ at, message }) => `${operation.id}${at}: ${message}`);
    });
    expect(wrong).toEqual([]);
    expect([...responses.keys()]).toEqual(operations.map(({ id }) => id));
  });

  test("responds with the same bytes to the same request in any order, and with others for another seed", async () => {
    await using first = await startMock(1);
    await using second = await startMock(1);
    await using third = await startMock(2);
    const responses = await fetchResponses(first, operations);
    expect(await fetchResponses(second, operations.toReversed())).toEqual(new Map([...responses].toReversed()));
    const others = await fetchResponses(third, operations);
    const same = operations.filter(({ id }) => responses.get(id)?.[1] === others.get(id)?.[1]).map(({ id }) => id);
    const withoutBody = operations.filter((operation) => findSuccessContent(operation) === undefined);
    expect(same).toEqual(withoutBody.map(({ id }) => id));
  });

  test.each(lists)(
    "gives $id three consistent pages, and the last page past the end",
    async ({ page, ...operation }) => {
      await using mock = await startMock("pages");
      const url = new URL(urlAndInit(mock, { ...operation, page })[0]);
      const pages: Json[] = [];
      for (const number of [1, 2, 3, 4]) {
        url.searchParams.set("page", String(number));
        pages.push((await send({ url: url.href }, "")).json ?? null);
      }
      const items = pages.map((body) => (isObject(body) && isArray(body[page.items]) ? body[page.items] : undefined));
      const counts = items.map((list) => (isArray(list) ? list.length : undefined));
      const envelopes = pages.map((body) => (isObject(body) ? { ...body, [page.items]: undefined } : body));
      const envelope = { [page.total]: 7, perPage: 3, totalPages: 3, [page.items]: undefined };
      expect(envelopes).toEqual([
        { ...envelope, currentPage: 1, hasNext: true, hasPrevious: false },
        { ...envelope, currentPage: 2, hasNext: true, hasPrevious: true },
        { ...envelope, currentPage: 3, hasNext: false, hasPrevious: true },
        { ...envelope, currentPage: 3, hasNext: false, hasPrevious: true },
      ]);
      expect(counts).toEqual([3, 3, 1, 1]);
      expect(items[3]).toEqual(items[2]);
      const all = items.slice(0, 3).flatMap((list) => (isArray(list) ? list : []));
      expect(new Set(all.map((item) => JSON.stringify(item))).size).toBe(7);
    },
  );
});

describe("generated responses keep", () => {
  let prism: Prism;
  beforeAll(async () => {
    prism = await startPrism(v0_3);
  });
  afterAll(() => prism.close());
  const startMock = () => startMockServer(v0_3, { prism, seed: 1 });

  test("the id that a path names", async () => {
    await using mock = await startMock();
    const id = "0b0f9a52-6c5d-4c2f-9a0e-5b7f5d2f8f11";
    for (const path of [`/document/${id}`, `/site/${id}`, `/meter/${id}`])
      expect((await send(mock, path)).json).toMatchObject({ id });
  });

  test("different values for different ids", async () => {
    await using mock = await startMock();
    const [one, two] = ["0b0f9a52-6c5d-4c2f-9a0e-5b7f5d2f8f11", "0b0f9a52-6c5d-4c2f-9a0e-5b7f5d2f8f12"];
    const [first, second] = [(await send(mock, `/site/${one}`)).text, (await send(mock, `/site/${two}`)).text];
    expect(first.replaceAll(one, "")).not.toBe(second.replaceAll(two, ""));
  });

  test("the states of a job, and its id", async () => {
    await using mock = await startMock();
    const states = [];
    for (let poll = 0; poll < 3; poll += 1) states.push((await send(mock, "/job/a")).json);
    expect(states).toMatchObject([
      { id: "a", status: "PENDING" },
      { id: "a", status: "PENDING" },
      { id: "a", status: "COMPLETED" },
    ]);
  });

  test("the example that the caller prefers, errors, and scenarios", async () => {
    await using mock = await startMock();
    await using plain = await startMockServer(v0_3, { prism });
    const preferred = { headers: { prefer: "example=page2" } };
    expect((await send(mock, DOCUMENTS, preferred)).text).toBe((await send(plain, DOCUMENTS, preferred)).text);
    const wrong = `${DOCUMENTS}?dateType=NONE`;
    expect((await send(mock, wrong)).text).toBe((await send(plain, wrong)).text);
    const list = createScenarios(v0_3).pagedList("documents.listByCompany", { items: 2 });
    mock.use(list);
    plain.use(list);
    expect((await send(mock, DOCUMENTS)).text).toBe((await send(plain, DOCUMENTS)).text);
  });

  test("filters change the items in any order, and the page does not", async () => {
    await using mock = await startMock();
    const [one, two, other, twice] = await Promise.all(
      [
        "startDate=2026-01-01&dateType=BILL_DATE",
        "dateType=BILL_DATE&startDate=2026-01-01&page=1",
        "startDate=2026-01-02&dateType=BILL_DATE",
        "startDate=2026-01-01&dateType=BILL_DATE",
      ].map(async (query) => (await send(mock, `${DOCUMENTS}?${query}`)).text),
    );
    expect([two, twice]).toEqual([one, one]);
    expect(other).not.toBe(one);
  });
});
