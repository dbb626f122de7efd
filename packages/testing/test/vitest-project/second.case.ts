import { appendFileSync } from "node:fs";
import { env } from "node:process";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { expect } from "vitest";
import { createNectarTest } from "../../src/vitest/index.ts";

const headers = { "X-API-KEY": "vitest-key-1" };

createNectarTest(v2_1)("another version in the same file", async ({ mock, nectarPrism }) => {
  appendFileSync(env["NECTAR_TEST_LOG"] ?? "", `${JSON.stringify({ prism: nectarPrism.url })}\n`);
  expect(mock.url).toMatch(/\/v2\.1$/);
  expect((await fetch(`${mock.url}/ping`, { headers })).status).toBe(200);
});

createNectarTest(v2_2, { seed: 7 })("generated answers", async ({ mock, nectarPrism }) => {
  appendFileSync(env["NECTAR_TEST_LOG"] ?? "", `${JSON.stringify({ prism: nectarPrism.url })}\n`);
  const answer = async (): Promise<string> => (await fetch(`${mock.url}/datasource`, { headers })).text();
  expect(await answer()).toBe(await answer());
  expect(mock.url).toMatch(/\/v2\.2$/);
});
