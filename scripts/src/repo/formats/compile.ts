import { spawnSync } from "node:child_process";
import { cp, mkdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** Format of modules, as `type` of a package.json names it. */
export type ModuleType = "module" | "commonjs";

/** Compiler options that turn a project of ES modules into one of CommonJS. Its types were checked with the ES modules. */
const COMMONJS = [
  ...["--module", "commonjs", "--moduleResolution", "bundler", "--verbatimModuleSyntax", "false"],
  ...["--declaration", "false", "--isolatedDeclarations", "false", "--noCheck"],
];

/**
 * Compiles a project of the package in the current folder.
 *
 * @param project its tsconfig
 */
export function compileProject(project: string, outDir: string, type: ModuleType): void {
  const options = type === "module" ? [] : COMMONJS;
  runBin("typescript", "bin/tsc", "-p", project, "--noEmit", "false", "--outDir", resolve(outDir), ...options);
}

/** Runs a program of a dependency of the package in the current folder. Ends this process when it fails. */
export function runBin(dependency: string, program: string, ...args: string[]): void {
  const manifest = createRequire(resolve("package.json")).resolve(`${dependency}/package.json`);
  const { status } = spawnSync(process.execPath, [join(dirname(manifest), program), ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** Copies declarations: they are the same in both formats, and package.json files say which one they describe. */
export async function copyDeclarations(from: string, to: string): Promise<void> {
  const isCopied = async (path: string) => path.endsWith(".d.ts") || (await stat(path)).isDirectory();
  await cp(from, to, { recursive: true, filter: isCopied });
}

/** Names the format of the files in a folder. Bundlers read `sideEffects` from the nearest package.json. */
export async function writeModuleType(folder: string, type: ModuleType): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), `${JSON.stringify({ type, sideEffects: false })}\n`);
}
