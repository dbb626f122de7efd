import { env } from "node:process";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["*.case.ts"],
    ...(env["NECTAR_TEST_SETUP"] === "yes" && { globalSetup: ["global-setup.ts"] }),
    testTimeout: 30_000,
  },
});

export default config;
