import { type Document as DocumentV20, type UsageData as UsageV20, v2_0 } from "@nectar-sdk/api-v2.0";
import { type UsageData as UsageV21, v2_1 } from "@nectar-sdk/api-v2.1";
import { type UsageData as UsageV22, v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { type Equal, proven } from "./equal.js";

// Three versions side by side, without a cast.
const old = createNectarClient(v2_0);
const middle = createNectarClient(v2_1);
const now = createNectarClient(v2_2);

const usage20 = await old.usageData.retrieve("id");
const usage21 = await middle.usageData.retrieve("id");
const usage22 = await now.usageData.retrieve("id");
proven<Equal<typeof usage20, UsageV20>>();
proven<Equal<typeof usage21, UsageV21>>();
proven<Equal<typeof usage22, UsageV22>>();

// `timeOfUse` and `timeOfUseBreakdown`.
usage20.timeOfUse;
usage20.timeOfUseBreakdown;
usage21.timeOfUse;
// @ts-expect-error v2.1 has no timeOfUseBreakdown
usage21.timeOfUseBreakdown;
usage22.timeOfUseBreakdown;
// @ts-expect-error v2.2 has no timeOfUse
usage22.timeOfUse;

// `msud_id` and `usage_data_id` on the raw paths.
await old.raw.GET("/usage/{msud_id}", { params: { path: { msud_id: "id" } } });
// @ts-expect-error v2.0 calls it msud_id
await old.raw.GET("/usage/{usage_data_id}", { params: { path: { usage_data_id: "id" } } });
await now.raw.GET("/usage/{usage_data_id}", { params: { path: { usage_data_id: "id" } } });
// @ts-expect-error v2.2 calls it usage_data_id
await now.raw.GET("/usage/{msud_id}", { params: { path: { msud_id: "id" } } });

// `demandMeters` only in later versions.
const document20 = await old.documents.retrieve("id");
const document22 = await now.documents.retrieve("id");
document22.demandMeters;
// @ts-expect-error v2.0 has no demandMeters
document20.demandMeters;
proven<Equal<typeof document20, DocumentV20>>();

// `limit` only on the one list that has it.
now.connections.listByCompany("id", { limit: 500 });
// @ts-expect-error the page size of documents is fixed
now.documents.listByCompany("id", { limit: 500 });

// A version is a value that carries its types, not a name.
// @ts-expect-error there is nothing to take the types from
createNectarClient("v2.2");
