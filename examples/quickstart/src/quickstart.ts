import { fileURLToPath } from "node:url";
import type { ApiTypes } from "@nectar-sdk/api-v2.2";
import type { NectarClient, VersionTypes } from "@nectar-sdk/client";
import { billTable } from "./bill-table.ts";
import { createProgress } from "./progress.ts";

const SAMPLE_BILL = fileURLToPath(new URL("../assets/sample-bill.pdf", import.meta.url));

const progress = createProgress();

/** What the program needs of an API version; those of v2.2, and of each other version. */
export interface QuickstartTypes extends VersionTypes {
  readonly resources: Pick<ApiTypes["resources"], "ping" | "companies" | "documents" | "jobs">;
}

/** What a first program does with the API: check the key, list companies and all bills of one, upload a bill and wait for its job. */
export async function quickstart(nectar: NectarClient<QuickstartTypes>): Promise<void> {
  await nectar.ping.retrieve();
  progress.done("The key is accepted");

  const companies = await nectar.companies.list();
  const [company] = companies;
  if (company === undefined) throw new Error("the key reaches no company");
  progress.done(`${companies.length} companies: ${companies.map(({ name }) => name).join(", ")}`);

  const bills = nectar.documents.listByCompany(
    company.id,
    {},
    {
      onProgress: ({ items, total, page, pages }) =>
        progress.update(`Bills: ${items} of ${total} (page ${page} of ${pages})`),
    },
  );
  const table = billTable(await bills.toArray());
  progress.done(`${await bills.total()} bills listed`);

  const { id } = await nectar.jobs.submit(company.id, { document: { path: SAMPLE_BILL } });
  const { status, job } = await nectar.jobs.wait(id, {
    interval: 250,
    onProgress: ({ job, polls }) => progress.update(`Job ${job.id}: ${job.status} (asked ${polls} times)`),
  });
  progress.done(`Upload processed: ${status}`);

  console.log(`\nBills of ${company.name}\n\n${table}\n`);
  console.log(
    `Uploaded sample-bill.pdf: job ${id} is ${status}, documents ${job.parsedDocumentIds?.join(", ") ?? "none"}`,
  );
}
