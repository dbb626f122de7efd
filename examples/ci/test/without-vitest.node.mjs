import assert from "node:assert/strict";
import { test } from "node:test";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { createRecorder, createScenarios, startMockServer } from "@nectar-sdk/testing";

test("the mock server and the recorder work with any test runner", async () => {
  const mock = await startMockServer(v2_2);
  try {
    const recorder = createRecorder(v2_2);
    const nectar = createNectarClient(v2_2, { baseUrl: mock.url, apiKey: "test-key", fetch: recorder.fetch });
    mock.use(createScenarios(v2_2).flaky({ times: 1 }));
    await nectar.ping.retrieve();
    assert.equal(mock.requests.length, 2);
    await recorder.settled();
    assert.equal(recorder.interactions.length, 2);
  } finally {
    await mock.close();
  }
});
