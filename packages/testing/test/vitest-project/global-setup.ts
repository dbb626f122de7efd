import { appendFileSync } from "node:fs";
import { env } from "node:process";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { nectarGlobalSetup, type SetupProject } from "../../src/vitest/setup.ts";

/** As a user has it, but that it says which servers it has started. */
export default async (project: SetupProject): Promise<() => Promise<void>> => {
  const provide: SetupProject["provide"] = (key, value) => {
    appendFileSync(env["NECTAR_TEST_LOG"] ?? "", `${JSON.stringify({ setup: value })}\n`);
    project.provide(key, value);
  };
  return nectarGlobalSetup(v2_1, v2_2)({ provide });
};
