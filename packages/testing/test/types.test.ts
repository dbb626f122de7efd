import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");

/** Compilers of users by dependency name. The README names the oldest. */
const COMPILERS = ["typescript-5.4", "typescript-5.5", "typescript-5.9", "typescript-6", "typescript"] as const;

/** The output of a compiler, with or without errors. */
async function compile(compiler: string, project: string): Promise<string> {
  const bin = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [bin, "-p", project], { cwd: packageRoot }).catch(
    (error: Error & { stdout: string }) => error,
  );
  return stdout;
}

describe.each(COMPILERS)("with %s", (compiler) => {
  test.each([
    ["the types of Node and the DOM", "tsconfig.json"],
    ["Node's types, without the DOM", "tsconfig.node.json"],
  ])(
    "and %s the published declarations type-check, and every line that must not compile does not",
    { timeout: 60_000 },
    async (_, project) => {
      expect(await compile(compiler, join("test/types", project))).toBe("");
    },
  );
});

test("the README names the oldest compiler that is tested", async () => {
  const readme = await readFile(join(packageRoot, "README.md"), "utf8");

  expect(`typescript-${/TypeScript ≥ ([\d.]+\d)/.exec(readme)?.[1]}`).toBe(COMPILERS[0]);
});
