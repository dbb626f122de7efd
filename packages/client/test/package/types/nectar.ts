import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";

// The declarations of every version of Nectar's API type-check too, whatever its document has.
export const clients = [createNectarClient(v2_0), createNectarClient(v2_1), createNectarClient(v2_2)];
