import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};

import { isApiError } from "@nectar-sdk/client";

try {
  const site = await nectar.sites.create(companyId, { name: "Harbourlight", externalId: "hl-1", address: "1 Quay" });
  console.log(site.id);
} catch (error) {
  if (nectar.isApiError(error, "site_company_create", 400))
    console.error(error.body.detail); // typed by operation and status
  else if (isApiError(error)) console.error(error.status, error.requestId, error.attempts);
  else throw error;
}

export {};
