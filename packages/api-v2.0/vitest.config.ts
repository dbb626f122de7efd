// Generated from specs/v2.0/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
