import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { build } from "esbuild";

const execute = promisify(execFile);

const PACKAGE = join(import.meta.dirname, "../..");

/** How the program of a fixture is built and started, as its user does. */
export interface FixtureProgram {
  /** The file to run, or the entry of the bundle. */
  readonly main: string;
  readonly builtWith: "tsc" | "tsc -b" | "esbuild" | "nothing";
}

/** The fixtures with a program. */
export type FixtureName = "script" | "next-app" | "monorepo" | "commonjs" | "javascript" | "half-migrated";

export const FIXTURE_PROGRAMS: Readonly<Record<FixtureName, FixtureProgram>> = {
  script: { main: "dist/main.js", builtWith: "tsc" },
  "next-app": { main: "main.tsx", builtWith: "esbuild" },
  monorepo: { main: "packages/app/dist/run.js", builtWith: "tsc -b" },
  commonjs: { main: "dist/run.js", builtWith: "tsc" },
  javascript: { main: "src/run.js", builtWith: "nothing" },
  "half-migrated": { main: "dist/run.js", builtWith: "tsc" },
};

/** The fixtures with a program. */
export function listFixtures(): FixtureName[] {
  const isFixture = (name: string): name is FixtureName => Object.hasOwn(FIXTURE_PROGRAMS, name);
  return Object.keys(FIXTURE_PROGRAMS).filter(isFixture);
}

/** The compilers that a user may have, by their package in this one. */
export const COMPILERS: readonly Compiler[] = ["typescript-5.9", "typescript-6", "typescript"];

type Compiler = "typescript-5.9" | "typescript-6" | "typescript";

/** The errors of a fixture under a compiler, one a line. */
export async function typeCheck(compiler: Compiler, { builtWith }: FixtureProgram, root: string): Promise<string[]> {
  return runCompiler(compiler, root, ...(builtWith === "tsc -b" ? ["-b"] : ["--noEmit"]));
}

async function runCompiler(compiler: Compiler, cwd: string, ...args: string[]): Promise<string[]> {
  const tsc = join(PACKAGE, "node_modules", compiler, "bin/tsc");
  const result = execute(process.execPath, [tsc, ...args, "--pretty", "false"], { cwd });
  const { stdout } = await result.catch((error: unknown) => {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string")
      return { stdout: error.stdout };
    throw error;
  });
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}

/** Builds the program of a fixture, and returns what it prints as JSON. */
export async function runProgram(
  { main, builtWith }: FixtureProgram,
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<unknown> {
  const file = builtWith === "esbuild" ? await bundle(root, main) : join(root, main);
  if (builtWith === "tsc") await compile(root, "--noEmit", "false", "--rootDir", "src", "--outDir", "dist");
  if (builtWith === "tsc -b") await compile(root, "-b");
  const { stdout } = await execute(process.execPath, [file], { cwd: root, env: { ...process.env, ...environment } });
  return JSON.parse(stdout);
}

async function compile(root: string, ...args: string[]): Promise<void> {
  const errors = await runCompiler("typescript", root, ...args);
  if (errors.length > 0) throw new Error(errors.join("\n"));
}

/** A page without React: an element is its type, its text and its children. */
const CREATE_ELEMENT = `globalThis.h = (type, props, ...children) =>
  typeof type === "function" ? type({ ...props, children }) : { type, children: children.flat() };`;

async function bundle(root: string, main: string): Promise<string> {
  const outfile = join(root, "dist/main.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [main],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    // Paths of the tsconfig are files of the project.
    alias: { "@": root },
    jsx: "transform",
    jsxFactory: "h",
    banner: { js: CREATE_ELEMENT },
    logLevel: "silent",
  });
  return outfile;
}
