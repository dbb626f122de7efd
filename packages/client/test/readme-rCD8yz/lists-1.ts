import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};
const changed = nectar.documents.listByCompany(
  companyId,
  { dateType: "UPDATED_DATE", startDate: "2026-01-01" },
  { concurrency: 8, onProgress: ({ items, total }) => console.log(`${items} of ${total}`) },
);

for await (const document of changed) console.log(document.id, document.billDate);

export {};
