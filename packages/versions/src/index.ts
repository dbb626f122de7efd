// Generated from specs/versions.yaml by `pnpm codegen`. Do not edit: change the list.

import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";

export { v2_0, v2_1, v2_2 };

/** Every API version, oldest first. */
export const apis = [v2_0, v2_1, v2_2] as const;

/** The newest API version. */
export const newest = v2_2;
