import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_2);
const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;
const { billPath, billFolder, manifestPath } = {
  billPath: "/work/wt/client/packages/client/test/readme-rCD8yz/bills/bill.pdf",
  billFolder: "/work/wt/client/packages/client/test/readme-rCD8yz/bills",
  manifestPath: "/work/wt/client/packages/client/test/readme-rCD8yz/manifest.json",
};
const {
  data: site,
  error,
  response,
} = await nectar.raw.GET("/site/{site_id}", { params: { path: { site_id: siteId } } });
if (error) console.error(response.status, error);
else console.log(site.name);

nectar.raw.use({ onResponse: ({ response }) => console.log(response.status) });

await nectar.raw.PATCH("/site/{site_id}", {
  params: { path: { site_id: siteId } },
  headers: { "Content-Type": "application/merge-patch+json", Accept: null },
  body: { name: "Harbourlight" },
});

const raw = nectar.raw.paginate("/meter/site/{site_id}", { params: { path: { site_id: siteId } } });
for await (const meter of raw) console.log(meter.id);

export {};
