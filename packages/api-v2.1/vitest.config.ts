// Generated from specs/v2.1/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
