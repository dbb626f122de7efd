import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};

import { isNectarError } from "@nectar-sdk/client";

try {
  await nectar.jobs.wait(jobId, { deadline: 1 });
} catch (error) {
  if (!isNectarError(error) || error.kind !== "timeout") throw error;
  console.log(JSON.stringify(error));
}

const poller = nectar.jobs.poll({ version: 1, jobId });
for await (const state of poller) console.log(state.status);

export {};
