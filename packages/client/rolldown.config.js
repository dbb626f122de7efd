// Bundles the package: the second half of `pnpm build`, behind the declarations.
import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

const shared = {
  logLevel: "warn",
  input: { index: "src/index.ts", core: "src/core.ts" },
  platform: "neutral",
  transform: { target: "es2022", define: { CLIENT_VERSION: JSON.stringify(manifest.version) } },
};

/** The chunk that contains openapi-fetch names its licence. */
const license = ({ moduleIds }) =>
  moduleIds.some((id) => id.includes("/openapi-fetch/dist/"))
    ? `/*!\nContains openapi-fetch.\n\n${readFileSync("node_modules/openapi-fetch/LICENSE", "utf8")}*/`
    : "";

export default defineConfig([
  { ...shared, external: /^[^./]/, output: { dir: "dist/esm", format: "esm", sourcemap: true } },
  // openapi-fetch is bundled: with `require`, its function lies in `default`, and a reader in the way of Node takes the whole object for it.
  { ...shared, output: { dir: "dist/cjs", format: "cjs", esModule: true, banner: license } },
]);
