// What a user of any Node does, with its own test runner: run by test/runtimes.test.ts with each of them against the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createRecorder, scenarios, startMockServer } from "@nectar-sdk/testing";

const headers = { "X-API-KEY": "runtime-key-1", Accept: "application/json" };
const company = "7d2f3c0e-3f1a-4a0e-9d55-0a5b1c2d3e4f";

test("mock, scenarios and recorder", async (context) => {
  const mock = await startMockServer(v2_2);
  context.after(() => mock.close());
  const recorder = createRecorder(v2_2);
  const { pagedList, rateLimited } = scenarios(v2_2);
  const limited = mock.use(rateLimited({ retryAfter: 1 }));
  mock.use(pagedList("meter_company_retrieve", { items: 3, pageSize: 2 }));

  const meters = async (page) =>
    (await recorder.fetch(`${mock.url}/meter/company/${company}?page=${page}`, { headers })).json();
  const ping = async () => (await recorder.fetch(`${mock.url}/ping`, { headers })).status;
  assert.deepEqual([(await meters(1)).meters.length, (await meters(2)).meters.length], [2, 1]);
  assert.deepEqual([await ping(), await ping(), limited.done], [429, 200, true]);

  const body = new FormData();
  body.append("document", new Blob([new Uint8Array(12_000_000)]), "bill.pdf");
  const upload = await recorder.fetch(`${mock.url}/job/company/${company}`, { method: "POST", headers, body });
  assert.equal(upload.status, 201);
  assert.deepEqual(
    mock.requests.map(({ answeredBy }) => answeredBy),
    ["pagedList", "pagedList", "rateLimited", "prism", "prism"],
  );
  recorder.expectNoViolations();
});

test("a request that breaks the document, and a generated answer", async (context) => {
  const mock = await startMockServer(v2_2, { seed: 7 });
  context.after(() => mock.close());
  assert.equal((await fetch(`${mock.url}/meter/company/${company}?page=two`, { headers })).status, 400);
  const answer = await fetch(`${mock.url}/meter/company/${company}?page=3`, { headers });
  assert.deepEqual(
    (({ currentPage, totalPages, hasNext }) => ({ currentPage, totalPages, hasNext }))(await answer.json()),
    {
      currentPage: 3,
      totalPages: 3,
      hasNext: false,
    },
  );
});
