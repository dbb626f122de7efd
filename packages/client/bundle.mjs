// Bundles the package: the second half of `pnpm build`, behind the declarations.
import { build } from "esbuild";
import manifest from "./package.json" with { type: "json" };

await build({
  entryPoints: ["src/index.ts", "src/core.ts"],
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  target: "es2022",
  sourcemap: true,
  outdir: "dist",
  logLevel: "warning",
  define: { CLIENT_VERSION: JSON.stringify(manifest.version) },
});
