import { v0_1 } from "@nectar-sdk/api-v0.1";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import {
  checkRequest,
  createRecorder,
  createReport,
  createScenarios,
  expectCoverage,
  formatReport,
  loadRecordings,
  startMockServer,
  type Violation,
} from "@nectar-sdk/testing";
import { loadDocument } from "@nectar-sdk/testing/document";
import { createNectarTest } from "@nectar-sdk/testing/vitest";
import { createNectarGlobalSetup } from "@nectar-sdk/testing/vitest/setup";

// A mock server with scenarios of each version.
const mock = await startMockServer(v0_3, { seed: 1 });
const { flaky, jobLifecycle, pagedList, reply } = createScenarios(v0_3);
mock.use(pagedList("documents.listByCompany", { items: 250, pageSize: 100 }));
mock.use(jobLifecycle(["PENDING", { status: "TERMINATED", terminationReason: "encrypted" }]));
export const isDone: boolean = mock.use(flaky({ status: 503, times: 1 })).done;
// @ts-expect-error there is no such operation
pagedList("documents.list", { items: 1 });
// @ts-expect-error the status is not declared
reply("sites.delete", 418, undefined);
createScenarios(v0_1).pagedList("documents.listByCompany", { items: 1 });

// A recorder, its report and coverage.
const recorder = createRecorder(v0_3, { mode: "throw" });
export const recordingFetch: typeof fetch = recorder.fetch;
const recordings = await loadRecordings("recordings");
const report = createReport(loadDocument(v0_3), recordings, { subject: "a test" });
export const text: string = formatReport(report, "text");
expectCoverage(report.coverage, ["documents.*"], { statuses: "success" });
export const violations: readonly Violation[] = checkRequest(loadDocument(v0_3), {
  method: "GET",
  url: "/ping",
  headers: {},
});

// Fixtures of vitest.
const nectarTest = createNectarTest(v0_3, { recordings: "recordings" });
nectarTest("the fixtures are typed", ({ mock: ownMock, recorder: ownRecorder }) => {
  console.log(ownMock.url, ownRecorder.fetch);
  // @ts-expect-error there is no such fixture
  ownMock.nothing;
});
export const setup: (project: never) => Promise<() => Promise<void>> = createNectarGlobalSetup(v0_1, v0_3);
