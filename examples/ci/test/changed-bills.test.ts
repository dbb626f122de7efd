import { expect } from "vitest";
import { changedBills } from "../src/changed-bills.ts";
import { COMPANY, createClientFor, flaky, pagedList, rateLimited, test } from "./nectar-test.ts";

test("every bill of three pages is returned, and no call violates the contract", async ({ mock, recorder }) => {
  mock.use(pagedList("documents.listByCompany", { items: 250, pageSize: 100 }));
  const bills = await changedBills(createClientFor({ mock, recorder }), COMPANY, "2026-01-31");
  expect(new Set(bills.map(({ id }) => id)).size).toBe(250);
  expect(mock.requests.map(({ query }) => query["startDate"])).toEqual(["2026-01-31", "2026-01-31", "2026-01-31"]);
  recorder.expectNoViolations();
  recorder.expectFullCoverage(["documents.listByCompany"]);
});

test("a bill that is added between two pages moves the others, but no bill is lost", async ({ mock, recorder }) => {
  mock.use(pagedList("documents.listByCompany", { items: 30, pageSize: 10, shiftAfterPage: 1 }));
  const bills = await changedBills(createClientFor({ mock, recorder }), COMPANY, "2026-01-31");
  expect(new Set(bills.map(({ id }) => id)).size).toBe(bills.length);
  expect(bills.length).toBeGreaterThanOrEqual(30);
});

test("a rate limit and a failing page are retried", async ({ mock, recorder }) => {
  const busy = mock.use(rateLimited({ times: 1, retryAfter: 0 }));
  const failing = mock.use(flaky({ status: 503, times: 1 }));
  const bills = await changedBills(createClientFor({ mock, recorder }), COMPANY, "2026-01-31");
  expect(bills.length).toBeGreaterThan(0);
  expect([busy.done, failing.done]).toEqual([true, true]);
});
