import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};
const list = nectar.documents.listByCompany(companyId, {}, { verify: true });
for await (const document of list) console.log(document.id);

const { isComplete, reason, walks } = list.completeness ?? {};
if (!isComplete) console.warn(`not complete after ${walks} walks: ${reason}`);

export {};
