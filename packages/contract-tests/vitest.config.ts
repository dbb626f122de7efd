import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    // Prism processes take half of the time to start, so a second file can run in parallel, even on two cores.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines only.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
