import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarGlobalSetup } from "@nectar-sdk/testing/vitest/setup";

/** One mock server process for all test files. */
export default createNectarGlobalSetup(v2_2);
