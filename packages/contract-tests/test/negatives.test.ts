import { type MockServer, startMockServer } from "@nectar-sdk/testing";
import { loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { listCallRequests } from "../src/call-request.ts";
import { listNegatives } from "../src/negatives.ts";
import { hasKnownSuccess } from "../src/no-example.ts";
import { sendRequest } from "../src/send-request.ts";

describe.each(VERSIONS)("a call that violates a rule of $version is rejected", ({ version, api, createRecorder }) => {
  const document = loadDocument(api);
  let mock: MockServer;
  beforeAll(async () => {
    mock = await startMockServer(api, { prism: { url: inject("prism")[version] ?? "", version } });
  });
  afterAll(() => mock.close());

  test.each([...document.operations.values()].filter(hasKnownSuccess))("$name", async (operation) => {
    const negatives = listNegatives(document, operation);
    // Every operation that requires a key can be called without. The same call without the violation is accepted.
    if (operation.isSecured) expect(negatives.length).toBeGreaterThan(0);
    const [plain] = listCallRequests(document, operation);
    expect((await sendRequest(fetch, mock.url, operation, plain)).status).toBeLessThan(300);

    const accepted: string[] = [];
    for (const { name, request, withoutKey, refusedWith } of negatives) {
      const recorder = createRecorder();
      const response = await sendRequest(recorder.fetch, mock.url, operation, request, { withoutKey });
      await response.body?.cancel();
      if (!refusedWith.includes(response.status)) accepted.push(`${name}: ${response.status}`);
      await recorder.settled();
      if (recorder.violations.length === 0) accepted.push(`${name}: the recorder reports no violation`);
    }
    expect(accepted).toEqual([]);
  });
});
