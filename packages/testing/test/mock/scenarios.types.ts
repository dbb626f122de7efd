/** Compiled but never run: what the types of scenarios and mock servers allow. */

import { v0_1 } from "@nectar-sdk/api-v0.1";
import { type Document, v0_3 } from "@nectar-sdk/api-v0.3";
import { createScenarios, type MockServer, type Scenario } from "../../src/index.ts";

const { pagedList, jobLifecycle, reply, rateLimited, flaky, slow, disconnect, malformed } = createScenarios(v0_3);

// Operations.
rateLimited({ operation: "ping.retrieve" });
slow(1, { operation: ["ping.retrieve", "companies.list"] });
// @ts-expect-error: no operation has this name.
rateLimited({ operation: "ping" });
// @ts-expect-error: an operation id is not a name.
flaky({ operation: "document_company_list" });
// @ts-expect-error: one of them is not an operation.
disconnect({ operation: ["ping.retrieve", "pong"] });
// @ts-expect-error: no operation has this name.
malformed({ operation: "ping" });
// @ts-expect-error: no operation has this name.
reply("documents.retrive", 404, { detail: "" });

// Lists.
export const documents = (items: readonly Document[]): Scenario<"v0.3"> =>
  pagedList("documents.listByCompany", { items, failOnPage: { page: 1 } });
pagedList("usageData.listByCompany", { items: 3 });
// @ts-expect-error: an item without a required property.
pagedList("documents.listByCompany", { items: [{ id: "d1" }] });
export const wrongItems = (items: readonly Document[]): unknown =>
  // @ts-expect-error: documents are not meters.
  pagedList("meters.listByCompany", { items });
// @ts-expect-error: it returns a bare array without pages.
pagedList("companies.list", { items: 3 });
// @ts-expect-error: one document is not a list.
pagedList("documents.retrieve", { items: 3 });
// @ts-expect-error: the number of items is missing.
pagedList("documents.listByCompany", {});

// Responses.
reply("companies.delete", 204);
reply("companies.delete", 204, undefined, { times: 1 });
reply("jobs.retrieve", 200, { id: "j1", status: "PENDING" }, { times: 1, headers: { "x-mine": "1" } });
// @ts-expect-error: it does not declare 418.
reply("ping.retrieve", 418, { detail: "" });
// @ts-expect-error: a success of another operation.
reply("sites.create", 200, { detail: "" });
// @ts-expect-error: a job without a status.
reply("jobs.retrieve", 200, { id: "j1" });
// @ts-expect-error: the id is a string.
reply("jobs.retrieve", 200, { id: 1, status: "PENDING" });
// @ts-expect-error: the body is missing.
reply("jobs.retrieve", 200);
// @ts-expect-error: the response has no body.
reply("companies.delete", 204, {});

// Jobs.
jobLifecycle(["PENDING", "COMPLETED", "a state of tomorrow", { status: "COMPLETED", parsedDocumentIds: ["d1"] }]);
// @ts-expect-error: a job without a status.
jobLifecycle([{ duplicates: 1 }]);
// @ts-expect-error: the number is invalid.
jobLifecycle([{ status: "COMPLETED", duplicates: "1" }]);

// Versions.
export function versions(mock: MockServer<"v0.3">, any: MockServer): void {
  mock.use(flaky(), slow(1));
  // A mock of an unknown version accepts scenarios of any version, and checks them at run time.
  any.use(flaky(), createScenarios(v0_1).flaky());
  // @ts-expect-error: a scenario of another version.
  mock.use(createScenarios(v0_1).flaky());
  // @ts-expect-error: one of several.
  mock.use(flaky(), createScenarios(v0_1).rateLimited());
  // @ts-expect-error: not called.
  mock.use(flaky);
}
