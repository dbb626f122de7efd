import type { OperationDefinition } from "@nectar-sdk/client";
import { startMockServer } from "@nectar-sdk/testing";
import { newest } from "@nectar-sdk/versions";
import { expect, inject, test } from "vitest";
import { NEWEST, type TestedVersion, VERSIONS } from "../src/apis.ts";
import { invoke } from "../src/invoke.ts";

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

/** Finds an operation that a client calls without any argument. */
function findPlainRead({ version, api }: TestedVersion): OperationDefinition {
  const operations: readonly OperationDefinition[] = Object.values(api.operations);
  const found = operations.find(({ method, path, page }) => {
    return method === "GET" && !path.includes("{") && page === undefined;
  });
  if (found === undefined) throw new Error(`${version} has no operation without arguments`);
  return found;
}

test.each(VERSIONS)(
  "without a base URL, $version uses its real URL, and the mock serves the same path",
  async (tested) => {
    const { version, api, createClient } = tested;
    const { resource, name, path } = findPlainRead(tested);
    const seen: string[] = [];
    await using mock = await startMockServer(api, { prism: { url: inject("prism")[version] ?? "", version } });
    const client = createClient({ apiKey: "contract-key", fetch: createRedirectingFetch(mock.url, seen) });

    await invoke(client, [resource, name], []);

    expect(api.baseUrl).toMatch(/^https:\/\/external\.nectarclimate\.com\/v\d/);
    expect(seen).toEqual([`${api.baseUrl}${path}`]);
    expect(new URL(mock.url).pathname).toBe(new URL(api.baseUrl).pathname);
  },
);

test.each(["/v2", "/v2.1", ""])("the mock of the newest version rejects %j with the correct URL", async (basePath) => {
  const { version } = newest;
  await using mock = await startMockServer(newest, { prism: { url: inject("prism")[version] ?? "", version } });
  const { origin } = new URL(mock.url);

  const response = await fetch(`${origin}${basePath}${findPlainRead(NEWEST).path}`, {
    headers: { "x-api-key": "contract-key" },
  });

  expect(response.status).toBe(404);
  expect(await response.text()).toContain(mock.url);
});
