import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { startMockServer } from "@nectar-sdk/testing";
import { expect, inject, test } from "vitest";

/** Creates a `fetch` that sends requests for Nectar's server to a mock, with their path. */
function createRedirectingFetch(
  mockUrl: string,
  seen: string[],
): (input: string | Request, init: RequestInit) => Promise<Response> {
  return (input, init) => {
    const url = new URL(typeof input === "string" ? input : input.url);
    seen.push(url.href);
    return fetch(new URL(url.pathname + url.search, mockUrl), init);
  };
}

test("without a base URL, each version uses its real URL, and the mock serves the same path", async () => {
  const seen: string[] = [];
  const prism = (version: string) => ({ url: inject("prism")[version] ?? "", version });
  await using mock0 = await startMockServer(v2_0, { prism: prism("v2.0") });
  await using mock1 = await startMockServer(v2_1, { prism: prism("v2.1") });
  await using mock2 = await startMockServer(v2_2, { prism: prism("v2.2") });
  const apiKey = "contract-key";
  await createNectarClient(v2_0, { apiKey, fetch: createRedirectingFetch(mock0.url, seen) }).ping.retrieve();
  await createNectarClient(v2_1, { apiKey, fetch: createRedirectingFetch(mock1.url, seen) }).ping.retrieve();
  await createNectarClient(v2_2, { apiKey, fetch: createRedirectingFetch(mock2.url, seen) }).ping.retrieve();
  expect(seen).toEqual([
    "https://external.nectarclimate.com/v2/ping",
    "https://external.nectarclimate.com/v2.1/ping",
    "https://external.nectarclimate.com/v2.2/ping",
  ]);
  expect([mock0.url, mock1.url, mock2.url].map((url) => new URL(url).pathname)).toEqual(["/v2", "/v2.1", "/v2.2"]);
});

test.each(["/v2", "/v2.1", ""])("the mock of v2.2 rejects %j with the correct URL", async (basePath) => {
  await using mock = await startMockServer(v2_2, { prism: { url: inject("prism")["v2.2"] ?? "", version: "v2.2" } });
  const { origin } = new URL(mock.url);

  const response = await fetch(`${origin}${basePath}/ping`, { headers: { "x-api-key": "contract-key" } });

  expect(response.status).toBe(404);
  expect(await response.text()).toContain(mock.url);
});
