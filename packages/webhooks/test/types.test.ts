import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");

/** Compilers of users, by the name of the dependency. The README names the oldest. */
const COMPILERS = ["typescript-5.4", "typescript-5.5", "typescript-5.9", "typescript-6", "typescript"] as const;

/** Returns the output of a compiler, with or without errors. */
async function compile(compiler: string, project: string): Promise<string> {
  const bin = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [bin, "-p", project], { cwd: packageRoot }).catch(
    (error: Error & { stdout: string }) => error,
  );
  return stdout;
}

describe.each(COMPILERS)("with %s", (compiler) => {
  test.each([
    ["the DOM's types, without Node's", "tsconfig.json"],
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

test("without the DOM library and Node's types, the declarations miss Request, Response and AbortSignal alone", {
  timeout: 60_000,
}, async () => {
  const missing = (await compile("typescript", "test/bare-types")).trim().split("\n");

  expect(missing.every((line) => line.startsWith("dist/"))).toBe(true);
  const names = missing.map((line) => /error TS2304: Cannot find name '(\w+)'/.exec(line)?.[1] ?? line);
  expect([...new Set(names)].sort()).toEqual(["AbortSignal", "Request", "Response"]);
});

test.each(COMPILERS)(
  "with %s and the three types of the README, they type-check without the DOM library and Node's types",
  { timeout: 60_000 },
  async (compiler) => {
    const readme = await readFile(join(packageRoot, "README.md"), "utf8");
    const [, globals = ""] = /^```typescript\n(.*?)^```$/ms.exec(readme) ?? [];
    const folder = await mkdtemp(join(packageRoot, "test/readme-types-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "globals.d.ts"), globals);
    const config = { extends: "../bare-types/tsconfig.json", include: ["../bare-types/*.ts", "globals.d.ts"] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));

    expect(await compile(compiler, folder)).toBe("");
  },
);
