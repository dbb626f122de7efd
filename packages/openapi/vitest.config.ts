import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Half of the time goes to processes that start, so a second file may run meanwhile, also on two cores.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines, and no verdict: a test that waits for something that does not come fails in the end.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
