import { type Document, type DocumentPage, type ErrorResponse, type Job, type Site, v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarClient, isApiError, isNectarError, type JobOutcome, type Paginator } from "@nectar-sdk/client";
import { createCoreClient } from "@nectar-sdk/client/core";
import { type Equal, proven } from "./equal.js";

const nectar = createNectarClient(v0_3, { apiKey: async () => "key", maxRetries: 1, deadline: 10_000 });

// Data, or data with the response.
const document = await nectar.documents.retrieve("id");
proven<Equal<typeof document, Document>>();
const { data, response } = await nectar.documents.retrieve("id").withResponse();
proven<Equal<typeof data, Document>>();
proven<Equal<typeof response, Response>>();
const nothing = await nectar.sites.delete("id");
proven<Equal<typeof nothing, void>>();

// Arguments: path parameters, body, query, options, each only if the operation has it.
await nectar.documents.retrieve("id", { signal: AbortSignal.timeout(1), deadline: 1, timeout: 1, maxRetries: 0 });
// @ts-expect-error an id is missing
nectar.documents.retrieve();
// @ts-expect-error there is no such query parameter
nectar.documents.listByCompany("id", { colour: "green" });
// @ts-expect-error a body is missing
nectar.sites.create("id");
// @ts-expect-error there is no such resource
nectar.invoices;

// Lists.
const list = nectar.documents.listByCompany("id", { dateType: "UPDATED_DATE" }, { concurrency: 8 });
proven<Equal<typeof list, Paginator<Document, DocumentPage>>>();
for await (const item of list) proven<Equal<typeof item, Document>>();
for await (const page of list.pages()) proven<Equal<typeof page, DocumentPage>>();
const sites = await nectar.sites.listByCompany("id");
proven<Equal<typeof sites, Site[]>>();
// @ts-expect-error a plain array has no pages
nectar.sites.listByCompany("id").pages;

// Raw: openapi-fetch's types.
const raw = await nectar.raw.GET("/document/{document_id}", { params: { path: { document_id: "id" } } });
if (raw.error) proven<Equal<typeof raw.data, undefined>>();
else raw.data.billDate;
// @ts-expect-error there is no such path
nectar.raw.GET("/invoice");
nectar.raw.use({ onRequest: ({ request }) => request });
const rawList = nectar.raw.paginate("/document/company/{company_id}", { params: { path: { company_id: "id" } } });
proven<Equal<typeof rawList, Paginator<Document, DocumentPage>>>();
// @ts-expect-error companies are a bare array
nectar.raw.paginate("/company");
// @ts-expect-error the company is missing
nectar.raw.paginate("/document/company/{company_id}", { params: {} });

// Errors narrow by operation and status.
try {
  await nectar.sites.create("id", { name: "Harbour", externalId: "1", address: "1 Quay" });
} catch (error) {
  if (nectar.isApiError(error, "sites.create", 400)) {
    proven<Equal<typeof error.status, 400>>();
    proven<Equal<typeof error.body, ErrorResponse>>();
  }
  if (isApiError(error, "sites.create", 400)) {
    proven<Equal<typeof error.status, 400>>();
    proven<Equal<typeof error.body, unknown>>();
  }
  const { isApiError: isErrorOfThisVersion } = nectar;
  if (isErrorOfThisVersion(error, "sites.create", 400)) proven<Equal<typeof error.body, ErrorResponse>>();
  // @ts-expect-error there is no such operation
  nectar.isApiError(error, "site_creation", 400);
  // @ts-expect-error that status is not documented
  nectar.isApiError(error, "sites.create", 418);
  if (isNectarError(error)) error.attempts[0]?.waited;
}

// Jobs.
const job = await nectar.jobs.submit("id", { document: { path: "bill.pdf" }, siteId: "site" });
proven<Equal<typeof job, Job>>();
await nectar.jobs.submit("id", { document: new Uint8Array() });
const outcome = await nectar.jobs.wait(job.id, { onProgress: ({ job: { parsedDocumentIds } }) => parsedDocumentIds });
proven<Equal<typeof outcome, JobOutcome<Job>>>();
for await (const state of nectar.jobs.wait(job.id)) proven<Equal<typeof state, Job>>();
for await (const file of nectar.jobs.submitMany("id", [{ path: "a.pdf" }])) file.job?.parsedDocumentIds;
// @ts-expect-error a number is not a document
nectar.jobs.submit("id", { document: 1 });

// Copies keep the type.
proven<Equal<ReturnType<typeof nectar.with>, typeof nectar>>();

// The core has the methods that make a single request.
const core = createCoreClient(v0_3);
const plain = await core.documents.retrieve("id");
proven<Equal<typeof plain, Document>>();
// @ts-expect-error lists need paging
core.documents.listByCompany;
