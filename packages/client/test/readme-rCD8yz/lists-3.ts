import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};

import { readFile, rename, writeFile } from "node:fs/promises";

const saved = await readFile("usage-cursor.json", "utf8").catch(() => undefined);
const entries = nectar.usageData.listByCompany(companyId, {}, { resumeFrom: saved ? JSON.parse(saved) : undefined });

for await (const entry of entries) {
  console.log(entry.id); // done with it
  await writeFile("usage-cursor.json.tmp", JSON.stringify(entries.cursor), { flush: true });
  await rename("usage-cursor.json.tmp", "usage-cursor.json");
}

export {};
