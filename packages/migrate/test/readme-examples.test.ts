import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const readme = await readFile(join(packageRoot, "README.md"), "utf8");

/** The programs of the README, each with the values that its comments promise. */
const programs = [...readme.matchAll(/^```ts\n(import .*?)^```$/gms)].map(([, code = ""], index) => {
  const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, value = ""]) => value);
  return { name: `program ${index + 1}`, code, promised };
});

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(packageRoot, "test/guide-"));
  const compilerOptions = {
    ...{ target: "es2022", lib: ["es2023", "dom"], module: "nodenext", strict: true, noUncheckedIndexedAccess: true },
    ...{ exactOptionalPropertyTypes: true, skipLibCheck: true, noEmit: true, types: ["node"] },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  for (const { name, code } of programs) await writeFile(join(folder, `${name.replace(" ", "-")}.ts`), code);
});
afterAll(() => rm(folder, { recursive: true }));

test("the README has a program for each way to convert and compare data", () => {
  expect(programs.length).toBeGreaterThanOrEqual(3);
  expect(programs.filter(({ promised }) => promised.length === 0)).toEqual([]);
});

test("every program compiles", { timeout: 120_000 }, async () => {
  const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: packageRoot }).catch((error) => error);

  expect(stdout).toBe("");
});

test.each(programs)("the README's $name prints what its comments promise", async ({ name, promised }) => {
  const { stdout } = await run(process.execPath, [join(folder, `${name.replace(" ", "-")}.ts`)], { cwd: packageRoot });

  const plain = (text: string): string => text.replaceAll(/[\s"']+/g, "");
  expect(plain(stdout)).toBe(plain(promised.join("")));
});
