import { fileURLToPath } from "node:url";
import type { ApiCall, ListOptions, NectarClient, Paginator, VersionTypes } from "@nectar-sdk/client";
import { type Bill, formatBillTable } from "./bill-table.ts";
import { createProgress } from "./progress.ts";

const SAMPLE_BILL = fileURLToPath(new URL("../assets/sample-bill.pdf", import.meta.url));

const progress = createProgress();

/** The parts that the program uses of an API version. Every version has it. */
export interface QuickstartTypes extends VersionTypes {
  readonly resources: {
    readonly companies: { list(): ApiCall<readonly Company[]> };
    readonly documents: {
      listByCompany(companyId: string, query?: object, options?: ListOptions): Paginator<Bill, unknown>;
    };
    readonly jobs: {
      submit(companyId: string, body: { readonly document: Blob }): ApiCall<Job>;
      retrieve(jobId: string): ApiCall<Job>;
    };
  };
}

interface Company {
  readonly id: string;
  readonly name: string;
}

interface Job {
  readonly id: string;
  readonly status?: string | null;
  readonly parsedDocumentIds?: readonly string[] | null;
}

/** A first program: lists the companies of the key and the bills of one, uploads a bill and waits for its job. */
export async function quickstart(nectar: NectarClient<QuickstartTypes>): Promise<void> {
  const companies = await nectar.companies.list();
  progress.done("The key is valid");

  const [company] = companies;
  if (company === undefined) throw new Error("the key has no company");
  progress.done(`${companies.length} companies: ${companies.map(({ name }) => name).join(", ")}`);

  const bills = nectar.documents.listByCompany(
    company.id,
    {},
    {
      onProgress: ({ items, total, page, pages }) =>
        progress.update(`Bills: ${items} of ${total} (page ${page} of ${pages})`),
    },
  );
  const table = formatBillTable(await bills.toArray());
  progress.done(`${await bills.total()} bills listed`);

  const { id } = await nectar.jobs.submit(company.id, { document: { path: SAMPLE_BILL } });
  const { status, job } = await nectar.jobs.wait(id, {
    interval: 250,
    onProgress: ({ job, polls }) => progress.update(`Job ${job.id}: ${job.status} (poll ${polls})`),
  });
  progress.done(`Upload processed: ${status}`);

  console.log(`\nBills of ${company.name}\n\n${table}\n`);
  console.log(
    `Uploaded sample-bill.pdf: job ${id} is ${status}, documents ${job.parsedDocumentIds?.join(", ") ?? "none"}`,
  );
}
