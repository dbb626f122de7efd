import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};
const job = await nectar.jobs.submit(companyId, { document: { path: billPath } });

const outcome = await nectar.jobs.wait(job.id, {
  deadline: 15 * 60_000,
  onProgress: ({ job, elapsed }) => console.log(job.status, Math.round(elapsed)),
});

if (outcome.status === "completed") console.log(outcome.job.parsedDocumentIds);

export {};
