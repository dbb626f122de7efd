import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Starting processes takes half of the time, so a second file can run in parallel even on two cores.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines, not an assertion: a test that waits for an event that never comes fails eventually.
    testTimeout: 120_000,
    // The packed compiler is CommonJS, unchanged.
    server: { deps: { external: [/dist\/typescript/] } },
    hookTimeout: 60_000,
  },
});
