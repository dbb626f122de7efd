/** Compiled but never run: what the types of scenarios and mock servers allow. */

import { v2_0 } from "@nectar-sdk/api-v2.0";
import { type Document, v2_2 } from "@nectar-sdk/api-v2.2";
import { createScenarios, type MockServer, type Scenario } from "../../src/index.ts";

const { pagedList, jobLifecycle, reply, rateLimited, flaky, slow, disconnect, malformed } = createScenarios(v2_2);

// Operations.
rateLimited({ operation: "ping_retrieve" });
slow(1, { operation: ["ping_retrieve", "company_list"] });
// @ts-expect-error: no operation has this id.
rateLimited({ operation: "ping" });
// @ts-expect-error: the client's name is not an id.
flaky({ operation: "documents.listByCompany" });
// @ts-expect-error: one of them is not an operation.
disconnect({ operation: ["ping_retrieve", "pong"] });
// @ts-expect-error: no operation has this id.
malformed({ operation: "ping" });
// @ts-expect-error: no operation has this id.
reply("document_compny_retrieve", 404, { detail: "" });

// Lists.
export const documents = (items: readonly Document[]): Scenario<"v2.2"> =>
  pagedList("document_company_retrieve", { items, failOnPage: { page: 1 } });
pagedList("usage_company_retrieve", { items: 3 });
// @ts-expect-error: an item without a required property.
pagedList("document_company_retrieve", { items: [{ id: "d1" }] });
export const wrongItems = (items: readonly Document[]): unknown =>
  // @ts-expect-error: documents are not meters.
  pagedList("meter_company_retrieve", { items });
// @ts-expect-error: it returns a bare array without pages.
pagedList("company_list", { items: 3 });
// @ts-expect-error: one document is not a list.
pagedList("document_retrieve", { items: 3 });
// @ts-expect-error: the number of items is missing.
pagedList("document_company_retrieve", {});

// Responses.
reply("company_destroy", 204);
reply("company_destroy", 204, undefined, { times: 1 });
reply("job_retrieve", 200, { id: "j1", status: "PENDING" }, { times: 1, headers: { "x-mine": "1" } });
// @ts-expect-error: it does not declare 418.
reply("ping_retrieve", 418, { detail: "" });
// @ts-expect-error: a success of another operation.
reply("site_company_create", 200, { detail: "" });
// @ts-expect-error: a job without a status.
reply("job_retrieve", 200, { id: "j1" });
// @ts-expect-error: the id is a string.
reply("job_retrieve", 200, { id: 1, status: "PENDING" });
// @ts-expect-error: the body is missing.
reply("job_retrieve", 200);
// @ts-expect-error: the response has no body.
reply("company_destroy", 204, {});

// Jobs.
jobLifecycle(["PENDING", "COMPLETED", "a state of tomorrow", { status: "COMPLETED", parsedDocumentIds: ["d1"] }]);
// @ts-expect-error: a job without a status.
jobLifecycle([{ duplicates: 1 }]);
// @ts-expect-error: the number is invalid.
jobLifecycle([{ status: "COMPLETED", duplicates: "1" }]);

// Versions.
export function versions(mock: MockServer<"v2.2">, any: MockServer): void {
  mock.use(flaky(), slow(1));
  // A mock of an unknown version accepts scenarios of any version, and checks them at run time.
  any.use(flaky(), createScenarios(v2_0).flaky());
  // @ts-expect-error: a scenario of another version.
  mock.use(createScenarios(v2_0).flaky());
  // @ts-expect-error: one of several.
  mock.use(flaky(), createScenarios(v2_0).rateLimited());
  // @ts-expect-error: not called.
  mock.use(flaky);
}
