import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");

/** What a compiler printed, whether it found errors or not. */
async function compile(compiler: string, project: string): Promise<string> {
  const bin = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [bin, "-p", project], { cwd: packageRoot }).catch(
    (error: Error & { stdout: string }) => error,
  );
  return stdout;
}

test.each(["typescript-5.9", "typescript-6", "typescript"])(
  "with %s the published declarations type-check without Node's types, and every line that must not compile does not",
  { timeout: 60_000 },
  async (compiler) => {
    expect(await compile(compiler, "test/types")).toBe("");
  },
);
