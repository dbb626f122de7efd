import { type ApiDefinition, createNectarClient, type VersionTypes } from "@nectar-sdk/client";
import { findSuccess, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { createRecorder, createScenarios, startMockServer } from "@nectar-sdk/testing";
import { loadDocument } from "@nectar-sdk/testing/document";
import { apis, type newest } from "@nectar-sdk/versions";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { listCallRequests } from "../src/call-request.ts";
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
    expect(lists).not.toEqual([]);
  });

  test.each(lists)("$name iterates over three pages and yields every item once, in order", async (operation) => {
    const [media] = findSuccess(operation)?.[1].content.values() ?? [];
    const pages = [...(media?.examples.values() ?? [])];
    expect(pages).toHaveLength(3);
    const expected = pages.flatMap((page) => readItems(page, operation.page?.items ?? ""));
    const [request] = listCallRequests(subject.document, operation);
    expect(await iterate(subject.client, operation, request)).toEqual(expected);
    await subject.recorder.settled();
    subject.recorder.expectNoViolations();
  });
});

type NewestTypes = NonNullable<(typeof newest)["types"]>;

/** The part of a version's types that a job needs. The compiler checks here that every version is assignable to it. */
interface JobTypes extends VersionTypes {
  readonly resources: Pick<NewestTypes["resources"], "jobs">;
  readonly operations: Pick<NewestTypes["operations"], "jobs.retrieve">;
}

const WITH_JOBS: readonly ApiDefinition<JobTypes>[] = apis;

describe.each(WITH_JOBS)("a job of $version goes through its states", (api) => {
  test.each(["completed", "failed", "terminated"] as const)("and ends as %s", async (status) => {
    const end = ({ completed: "COMPLETED", failed: "FAILED", terminated: "TERMINATED" } as const)[status];
    const { version } = api;
    await using mock = await startMockServer(api, { prism: { url: inject("prism")[version] ?? "", version } });
    mock.use(createScenarios(api).jobLifecycle(["PENDING", "PENDING", end]));
    const recorder = createRecorder(api);
    const { jobs } = createNectarClient(api, { baseUrl: mock.url, apiKey: "contract-key", fetch: recorder.fetch });

    const { id } = await jobs.submit("5de41ce2-ca22-4b65-866a-e46ae037737e", { document: BILL });
    const outcome = await jobs.wait(id, { interval: 1 });

    expect(outcome).toMatchObject({ status, job: { id, status: end } });
    await recorder.settled();
    recorder.expectNoViolations();
  });
});

function readItems(page: Json, key: string): readonly Json[] {
  const items = isObject(page) ? page[key] : undefined;
  return isArray(items) ? items : [];
}
