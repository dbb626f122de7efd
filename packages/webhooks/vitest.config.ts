import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines, and no verdict: a test that waits for something that does not come fails in the end.
    testTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
