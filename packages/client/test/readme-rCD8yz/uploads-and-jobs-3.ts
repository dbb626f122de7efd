import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};

import { existsSync } from "node:fs";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const names = await readdir(billFolder);
const batch = nectar.jobs.submitMany(
  companyId,
  names.map((name) => ({ path: join(billFolder, name) })),
  {
    resumeFrom: existsSync(manifestPath) ? JSON.parse(await readFile(manifestPath, "utf8")) : undefined,
    save: async (manifest) => {
      await writeFile(`${manifestPath}.tmp`, JSON.stringify(manifest), { flush: true });
      await rename(`${manifestPath}.tmp`, manifestPath);
    },
  },
);

for await (const { key, status, error } of batch) console.log(key, status, error);

export {};
