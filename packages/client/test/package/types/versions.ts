import { type Document as DocumentV01, type UsageData as UsageV01, v0_1 } from "@nectar-sdk/api-v0.1";
import { type UsageData as UsageV02, v0_2 } from "@nectar-sdk/api-v0.2";
import { type UsageData as UsageV03, v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarClient } from "@nectar-sdk/client";
import { type Equal, proven } from "./equal.js";

// Three versions side by side, without a cast.
const old = createNectarClient(v0_1);
const middle = createNectarClient(v0_2);
const now = createNectarClient(v0_3);

const usage01 = await old.usageData.retrieve("id");
const usage02 = await middle.usageData.retrieve("id");
const usage03 = await now.usageData.retrieve("id");
proven<Equal<typeof usage01, UsageV01>>();
proven<Equal<typeof usage02, UsageV02>>();
proven<Equal<typeof usage03, UsageV03>>();

// `timeOfUse` and `timeOfUseBreakdown`.
usage01.timeOfUse;
usage01.timeOfUseBreakdown;
usage02.timeOfUse;
// @ts-expect-error v0.2 has no timeOfUseBreakdown
usage02.timeOfUseBreakdown;
usage03.timeOfUseBreakdown;
// @ts-expect-error v0.3 has no timeOfUse
usage03.timeOfUse;

// `msud_id` and `usage_data_id` on the raw paths.
await old.raw.GET("/usage/{msud_id}", { params: { path: { msud_id: "id" } } });
// @ts-expect-error v0.1 calls it msud_id
await old.raw.GET("/usage/{usage_data_id}", { params: { path: { usage_data_id: "id" } } });
await now.raw.GET("/usage/{usage_data_id}", { params: { path: { usage_data_id: "id" } } });
// @ts-expect-error v0.3 calls it usage_data_id
await now.raw.GET("/usage/{msud_id}", { params: { path: { msud_id: "id" } } });

// `demandMeters` only in later versions.
const document01 = await old.documents.retrieve("id");
const document03 = await now.documents.retrieve("id");
document03.demandMeters;
// @ts-expect-error v0.1 has no demandMeters
document01.demandMeters;
proven<Equal<typeof document01, DocumentV01>>();

// `limit` only on the one list that has it.
now.connections.listByCompany("id", { limit: 500 });
// @ts-expect-error the page size of documents is fixed
now.documents.listByCompany("id", { limit: 500 });

// A version is a value that carries its types, not a name.
// @ts-expect-error there is nothing to take the types from
createNectarClient("v0.3");
