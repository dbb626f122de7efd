import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const support = (name: string): string => fileURLToPath(new URL(`test/support/${name}`, import.meta.url));

/** Every test runs twice: with openapi-fetch, which is no longer maintained, and with a transport that could replace it. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines; no test judges by time.
    testTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      { extends: true, test: { name: "openapi-fetch", provide: { transport: "openapi-fetch" } } },
      {
        extends: true,
        test: {
          name: "minimal",
          provide: { transport: "minimal" },
          // These use the built package through a compiler, a bundler or another runtime, where aliases do not apply.
          exclude: ["test/package/*.test.ts"],
        },
        resolve: {
          alias: [
            { find: /^.*\/transport\/create-transport\.ts$/, replacement: support("minimal-transport.ts") },
            // Any remaining import of it fails.
            { find: "openapi-fetch", replacement: support("no-openapi-fetch.ts") },
          ],
        },
      },
    ],
  },
});
