import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Document, paths } from "@nectar-sdk/api-v2.2";
import type { Client } from "openapi-fetch";
import { billTable } from "./bill-table.ts";
import { createProgress } from "./progress.ts";

const progress = createProgress();

/** What a first program does with the API: check the key, list companies and all bills of one, upload a bill and wait for its job. */
export async function quickstart(nectar: Client<paths>): Promise<void> {
  ok(await nectar.GET("/ping"));
  progress.done("The key is accepted");

  const companies = ok(await nectar.GET("/company"));
  const [company] = companies;
  if (company === undefined) throw new Error("the key reaches no company");
  progress.done(`${companies.length} companies: ${companies.map(({ name }) => name).join(", ")}`);

  const bills = await listBills(nectar, company.id);
  const job = await uploadBill(nectar, company.id);

  console.log(`\nBills of ${company.name}\n\n${billTable(bills)}\n`);
  console.log(
    `Uploaded sample-bill.pdf: job ${job.id} is ${job.status}, documents ${job.parsedDocumentIds?.join(", ") ?? "none"}`,
  );
}

/** All pages. The end is `hasNext: false`, or a page other than the one asked for: past the end Nectar answers the last page again. */
async function listBills(nectar: Client<paths>, companyId: string): Promise<Document[]> {
  const bills: Document[] = [];
  for (let page = 1; ; page += 1) {
    const answer = ok(
      await nectar.GET("/document/company/{company_id}", {
        params: { path: { company_id: companyId }, query: { page } },
      }),
    );
    if (answer.currentPage !== page) break;
    bills.push(...answer.documents);
    progress.update(`Bills: ${bills.length} of ${answer.totalDocuments} (page ${page} of ${answer.totalPages})`);
    if (!answer.hasNext) break;
  }
  progress.done(`${bills.length} bills listed`);
  return bills;
}

async function uploadBill(nectar: Client<paths>, companyId: string) {
  const bill = await readFile(new URL("../assets/sample-bill.pdf", import.meta.url));
  const document = new File([bill], "sample-bill.pdf", { type: "application/pdf" });
  let job = ok(
    await nectar.POST("/job/company/{company_id}", {
      params: { path: { company_id: companyId } },
      body: { document },
      bodySerializer: (body) => {
        const form = new FormData();
        form.append("document", body.document);
        return form;
      },
    }),
  );
  for (let polls = 1; job.status === "PENDING"; polls += 1) {
    progress.update(`Job ${job.id}: ${job.status} (asked ${polls} times)`);
    await sleep(Math.min(250 * polls, 5_000));
    job = ok(await nectar.GET("/job/{job_id}", { params: { path: { job_id: job.id } } }));
  }
  progress.done(`Upload processed: ${job.status}`);
  return job;
}

/** The data of an answer; an error answer becomes an exception that says what was refused. */
function ok<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (data === undefined) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data;
}
