import { defineConfig } from "vitest/config";

/** Drills: long runs against servers that misbehave and processes that are killed. Too slow for every `pnpm test`; `pnpm drills` runs them. */
export default defineConfig({
  test: {
    include: ["drills/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/drills.json" }]],
    testTimeout: 300_000,
    fileParallelism: false,
    passWithNoTests: true,
  },
});
