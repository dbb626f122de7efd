import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const support = (name: string): string => fileURLToPath(new URL(`test/support/${name}`, import.meta.url));

/** Every test runs twice, since openapi-fetch is no longer maintained: once with it, and once with a transport that could take its place. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // A safety net for busy machines, and no verdict: a test that waits for something that does not come fails in the end.
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
          // These look at the built package from outside, through a compiler, a bundler or another runtime, where no alias reaches.
          exclude: ["test/package/*.test.ts"],
        },
        resolve: {
          alias: [
            { find: /^.*\/transport\/openapi-fetch\.ts$/, replacement: support("minimal-transport.ts") },
            // Whatever imports it all the same fails to load.
            { find: "openapi-fetch", replacement: support("no-openapi-fetch.ts") },
          ],
        },
      },
    ],
  },
});
