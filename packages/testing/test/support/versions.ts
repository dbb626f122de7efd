import { type V0_1, v0_1 } from "@nectar-sdk/api-v0.1";
import { type V0_2, v0_2 } from "@nectar-sdk/api-v0.2";
import { type V0_3, v0_3 } from "@nectar-sdk/api-v0.3";

/** The versions of the invented API, oldest first. */
export const apis: readonly [V0_1, V0_2, V0_3] = [v0_1, v0_2, v0_3];
