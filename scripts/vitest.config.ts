import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Those run in the packages that they are copied into.
    exclude: ["src/codegen/templates/**"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
