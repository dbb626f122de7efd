import { v2_2 } from "@nectar-sdk/api-v2.2";
import { nectarGlobalSetup } from "@nectar-sdk/testing/vitest/setup";

/** One mock server process for all test files. */
export default nectarGlobalSetup(v2_2);
