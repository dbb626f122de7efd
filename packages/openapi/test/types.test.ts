import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");

/** Compilers that users run, by the name of the dependency. The README names the oldest. */
const COMPILERS = ["typescript-5.4", "typescript-5.5", "typescript-5.9", "typescript-6", "typescript"] as const;

/** Returns what a compiler printed, whether it found errors or not. */
async function compile(compiler: string, project: string): Promise<string> {
  const bin = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [bin, "-p", project], { cwd: packageRoot }).catch(
    (error: Error & { stdout: string }) => error,
  );
  return stdout;
}

describe.each(COMPILERS)("with %s", (compiler) => {
  test.each([
    ["the types of the DOM", "tsconfig.json"],
    ["neither Node's types nor the DOM", "tsconfig.bare.json"],
  ])("and %s the published declarations type-check, and lines that must not compile do not", async (_, project) => {
    expect(await compile(compiler, join("test/types", project))).toBe("");
  });
});

test("the README names the oldest compiler that is tested", async () => {
  const readme = await readFile(join(packageRoot, "README.md"), "utf8");

  expect(`typescript-${/TypeScript ≥ ([\d.]+\d)/.exec(readme)?.[1]}`).toBe(COMPILERS[0]);
});
