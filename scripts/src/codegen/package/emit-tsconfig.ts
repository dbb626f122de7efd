/** `tsconfig.json`: what editors and `typecheck` read. */
export function emitTsconfig(): string {
  return format({
    extends: "../../tsconfig.base.json",
    compilerOptions: {
      // For Blob, Response and AbortSignal.
      lib: ["es2023", "dom"],
      isolatedDeclarations: true,
      declaration: true,
      noEmit: true,
      // For the tests alone.
      types: ["node"],
    },
    include: ["src", "test"],
  });
}

/** `tsconfig.build.json`: what is published. */
export function emitBuildTsconfig(): string {
  return format({
    extends: "./tsconfig.json",
    compilerOptions: { noEmit: false, types: [], rootDir: "src", outDir: "dist" },
    include: ["src"],
  });
}

function format(config: object): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}
