/** A user's test in plain JavaScript with the built package; prints its results as JSON. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createRecorder, createScenarios, startMockServer } from "@nectar-sdk/testing";

const { pagedList, flaky } = createScenarios(v0_3);
const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
const headers = { "x-api-key": "runtime-key-1" };

let mock;
before(async () => {
  mock = await startMockServer(v0_3, { seed: 7 });
});
after(() => mock.close());

test("a list over its pages", async () => {
  mock.use(pagedList("documents.listByCompany", { items: 5, pageSize: 2 }));
  const recorder = createRecorder(v0_3);
  const ids = [];
  for (let page = 1, hasNext = true; hasNext; page += 1) {
    const answer = await recorder.fetch(`${mock.url}/document/company/${COMPANY}?page=${page}`, { headers });
    const body = await answer.json();
    ids.push(...body.documents.map(({ id }) => id));
    ({ hasNext } = body);
  }
  assert.equal(new Set(ids).size, 5);
  recorder.expectNoViolations();
  recorder.expectFullCoverage(["documents.listByCompany"]);
  assert.deepEqual(
    mock.requests.map(({ respondedBy }) => respondedBy),
    ["pagedList", "pagedList", "pagedList"],
  );
});

test("a failure, and what is wrong with a request", async () => {
  mock.reset();
  const failing = mock.use(flaky({ operation: "ping.retrieve" }));
  const recorder = createRecorder(v0_3);
  assert.equal((await recorder.fetch(`${mock.url}/ping`, { headers })).status, 503);
  assert.equal((await recorder.fetch(`${mock.url}/ping?a=1`, { headers })).status, 200);
  assert.equal(failing.done, true);
  assert.ok(recorder.violations.some(({ code }) => code === "unknown-query-parameter"));
});

test("an upload", async () => {
  const body = new FormData();
  body.set("document", new Blob([new Uint8Array(2_000_000)], { type: "application/pdf" }), "bill.pdf");
  const answer = await fetch(`${mock.url}/job/company/${COMPANY}`, { method: "POST", headers, body });
  assert.equal(answer.status, 201);
});

test("a mock that is closed twice in the middle of a response", async () => {
  const second = await startMockServer(v0_3);
  second.use(createScenarios(v0_3).slow(60_000));
  const waiting = fetch(`${second.url}/ping`, { headers });
  const failed = assert.rejects(waiting);
  while (second.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all([second.close(), second.close()]);
  await failed;
  await assert.rejects(fetch(`${second.url}/ping`, { headers }));
});
