import { formatJson } from "../../shared/format-json.ts";

/** `tsconfig.json`, for editors and `typecheck`. */
export function emitTsconfig(): string {
  return formatJson({
    extends: "../../tsconfig.base.json",
    compilerOptions: {
      // For Blob, Response and AbortSignal.
      lib: ["es2023", "dom"],
      isolatedDeclarations: true,
      declaration: true,
      noEmit: true,
    },
    include: ["src"],
  });
}

/** `tsconfig.build.json`, for the published files. */
export function emitBuildTsconfig(): string {
  return formatJson({
    extends: "./tsconfig.json",
    compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist/esm" },
    include: ["src"],
  });
}
