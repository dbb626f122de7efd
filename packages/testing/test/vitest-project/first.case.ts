import { appendFileSync } from "node:fs";
import { env } from "node:process";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { describe, expect } from "vitest";
import { type MockServer, scenarios } from "../../src/index.ts";
import { createNectarTest } from "../../src/vitest/index.ts";

const { rateLimited, reply } = scenarios(v2_2);
const test = createNectarTest(v2_2, { recordings: env["NECTAR_TEST_RECORDINGS"] });
const headers = { "X-API-KEY": "vitest-key-1", Accept: "application/json" };
const mocks = new Set<MockServer>();

describe.concurrent("tests that run at the same time", () => {
  test.for([1, 2, 3, 4])("have a mock of their own: %i", async (number, { mock, recorder, nectarPrism }) => {
    appendFileSync(env["NECTAR_TEST_LOG"] ?? "", `${JSON.stringify({ prism: nectarPrism.url })}\n`);
    mocks.add(mock);
    mock.use(rateLimited({ times: number }));
    const statuses: number[] = [];
    for (let calls = 0; calls <= number; calls += 1) {
      statuses.push((await recorder.fetch(`${mock.url}/ping`, { headers })).status);
    }
    expect(statuses).toEqual([...Array<number>(number).fill(429), 200]);
    expect(mock.requests).toHaveLength(number + 1);
    expect(recorder.interactions).toHaveLength(number + 1);
    recorder.expectNoViolations();
  });
});

test("one mock for each test", ({ mock }) => {
  expect(mocks.size).toBe(4);
  expect(mocks.has(mock)).toBe(false);
  expect(mock.requests).toEqual([]);
});

test("a test that asks for nothing gets nothing", () => {
  expect(mocks.size).toBe(4);
});

test("the scenarios are those of the version", async ({ mock }) => {
  mock.use(reply("ping_retrieve", 200, {}));
  expect((await fetch(`${mock.url}/ping`, { headers })).status).toBe(200);
});
