import { defineConfig } from "vitest/config";

/** Drills: too slow for every `pnpm test`; `pnpm drills` runs them. */
export default defineConfig({
  test: {
    include: ["drills/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/drills.json" }]],
    testTimeout: 3_600_000,
    // The packed compiler is CommonJS, unchanged.
    server: { deps: { external: [/dist\/typescript/] } },
  },
});
