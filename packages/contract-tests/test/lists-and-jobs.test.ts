import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { findSuccess, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { createRecorder, createScenarios, startMockServer } from "@nectar-sdk/testing";
import { loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { callRequests } from "../src/call-request.ts";
import { iterate } from "../src/iterate.ts";
import { type Subject, startSubject } from "./support/subject.ts";

const BILL = new TextEncoder().encode("%PDF-1.7\nbill");

describe.each(VERSIONS)("lists of $version", (tested) => {
  const lists = [...loadDocument(tested.api).operations.values()].filter(({ page }) => page !== undefined);
  let subject: Subject;
  beforeAll(async () => {
    subject = await startSubject(tested, { url: inject("prism")[tested.version] ?? "" });
  });
  afterAll(() => subject[Symbol.asyncDispose]());

  test("there are lists to test", () => {
    expect(lists.length).toBe(16);
  });

  test.each(lists)("$name goes over its three pages and gives every item once, in order", async (operation) => {
    const [media] = findSuccess(operation)?.[1].content.values() ?? [];
    const pages = [...(media?.examples.values() ?? [])];
    expect(pages).toHaveLength(3);
    const expected = pages.flatMap((page) => itemsOf(page, operation.page?.items ?? ""));
    const [request] = callRequests(subject.document, operation);
    expect(await iterate(subject.client, operation, request)).toEqual(expected);
    await subject.recorder.settled();
    subject.recorder.expectNoViolations();
  });
});

// Written out for each version: the types are part of what is tested.
describe("a job of each version goes through its states", () => {
  test.each(["completed", "failed", "terminated"] as const)("and ends as %s", async (status) => {
    const end = ({ completed: "COMPLETED", failed: "FAILED", terminated: "TERMINATED" } as const)[status];
    const prism = (version: string) => ({ url: inject("prism")[version] ?? "", version });
    const options = (url: string, fetch: typeof globalThis.fetch) => ({ baseUrl: url, apiKey: "contract-key", fetch });

    await using mock0 = await startMockServer(v2_0, { prism: prism("v2.0") });
    await using mock1 = await startMockServer(v2_1, { prism: prism("v2.1") });
    await using mock2 = await startMockServer(v2_2, { prism: prism("v2.2") });
    mock0.use(createScenarios(v2_0).jobLifecycle(["PENDING", "PENDING", end]));
    mock1.use(createScenarios(v2_1).jobLifecycle(["PENDING", "PENDING", end]));
    mock2.use(createScenarios(v2_2).jobLifecycle(["PENDING", "PENDING", end]));
    const recorders = [createRecorder(v2_0), createRecorder(v2_1), createRecorder(v2_2)] as const;
    const clients = [
      createNectarClient(v2_0, options(mock0.url, recorders[0].fetch)),
      createNectarClient(v2_1, options(mock1.url, recorders[1].fetch)),
      createNectarClient(v2_2, options(mock2.url, recorders[2].fetch)),
    ] as const;
    for (const { jobs } of clients) {
      const { id } = await jobs.submit("5de41ce2-ca22-4b65-866a-e46ae037737e", { document: BILL });
      const outcome = await jobs.wait(id, { interval: 1 });
      expect(outcome).toMatchObject({ status, job: { id, status: end } });
    }
    for (const recorder of recorders) {
      await recorder.settled();
      recorder.expectNoViolations();
    }
  });
});

function itemsOf(page: Json, key: string): readonly Json[] {
  const items = isObject(page) ? page[key] : undefined;
  return isArray(items) ? items : [];
}
