import { type ApiTypes, v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, type NectarClient } from "@nectar-sdk/client";
import { createScenarios, type MockServer, type Recorder } from "@nectar-sdk/testing";
import { createNectarTest } from "@nectar-sdk/testing/vitest";

export const { pagedList, jobLifecycle, rateLimited, flaky, disconnect, malformed, reply } = createScenarios(v2_2);

/** A test with its own mock server and recorder. `nectar-contract` reads the recordings. */
export const test = createNectarTest(v2_2, { recordings: "recordings" });

/** Creates the program's client for the mock server. */
export function createClientFor({ mock, recorder }: { mock: MockServer; recorder: Recorder }): NectarClient<ApiTypes> {
  return createNectarClient(v2_2, { baseUrl: mock.url, apiKey: "test-key", fetch: recorder.fetch });
}

export const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
