// Bundles the package: the second half of `pnpm build`, behind the declarations.
import { defineConfig } from "rolldown";

const shared = {
  logLevel: "warn",
  input: { index: "src/index.ts", node: "src/node.ts", testing: "src/testing.ts" },
  platform: "neutral",
  external: /^[^./]/,
  transform: { target: "es2022" },
};

export default defineConfig([
  { ...shared, output: { dir: "dist/esm", format: "esm", sourcemap: true } },
  { ...shared, output: { dir: "dist/cjs", format: "cjs", esModule: true } },
]);
