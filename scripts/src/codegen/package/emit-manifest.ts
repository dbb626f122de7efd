import type { JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { packageName } from "../../shared/version-names.ts";

/** Fields that others write: changesets writes the version, pnpm the dependencies, a maintainer the repository. */
const KEPT = [
  ...["version", "repository", "dependencies", "devDependencies", "peerDependencies", "optionalDependencies"],
] as const;

const NEW: JsonObject = {
  version: "0.1.0",
  devDependencies: {
    "@nectar-sdk/scripts": "workspace:*",
    typescript: "catalog:",
  },
};

/** Rewrites `package.json`, except for the fields that others write. */
export function emitManifest(version: string, existing: JsonObject = {}): string {
  const kept = (key: (typeof KEPT)[number]): JsonObject => {
    const value = existing[key] ?? NEW[key];
    return value === undefined ? {} : { [key]: value };
  };
  const manifest: JsonObject = {
    name: packageName(version),
    ...kept("version"),
    description: `Types and operation table of the Nectar Climate API ${version}, pinned to one OpenAPI document.`,
    keywords: ["nectar", "openapi", "types", "utility-data", "carbon-accounting"],
    license: "MIT",
    ...kept("repository"),
    type: "module",
    main: "./dist/cjs/index.js",
    types: "./dist/cjs/index.d.ts",
    exports: {
      ".": exportBoth("index"),
      "./schema": exportBoth("upstream"),
      "./openapi.json": "./openapi.json",
      "./package.json": "./package.json",
    },
    // For `moduleResolution: node10`, which does not read `exports`.
    typesVersions: { "*": { schema: ["./dist/cjs/upstream.d.ts"] } },
    files: ["dist", "openapi.json", "CHANGELOG.md"],
    sideEffects: false,
    engines: { node: ">=20.19" },
    publishConfig: { access: "public", provenance: true },
    scripts: {
      codegen: `node ../../scripts/src/codegen/cli.ts --version ${version}`,
      build: "node ../../scripts/src/repo/formats/cli.ts",
      prepack: "node ../../scripts/src/repo/release/require-build.ts",
      typecheck: "tsc --noEmit",
    },
    ...kept("dependencies"),
    ...kept("devDependencies"),
    ...kept("peerDependencies"),
    ...kept("optionalDependencies"),
  };
  return formatJson(manifest);
}

/** An entry as ES module and as CommonJS, each with its own declarations. */
function exportBoth(file: string): JsonObject {
  const inFormat = (format: string): JsonObject => ({
    types: `./dist/${format}/${file}.d.ts`,
    default: `./dist/${format}/${file}.js`,
  });
  return { import: inFormat("esm"), require: inFormat("cjs") };
}
