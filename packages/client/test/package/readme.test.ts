import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PACKAGE_ROOT, readExamples, withPrologue } from "../support/package/readme-examples.ts";

const run = promisify(execFile);
const examples = await readExamples();

let folder = "";
const toFilePath = (name: string) => join(folder, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.ts`);

beforeAll(async () => {
  folder = await mkdtemp(join(PACKAGE_ROOT, "test/readme-"));
  await mkdir(join(folder, "bills"));
  await writeFile(join(folder, "bills/bill.pdf"), "%PDF-1.7\na bill");
  for (const { name, code } of examples) await writeFile(toFilePath(name), withPrologue(code, folder));
  const config = {
    extends: "../package/types/tsconfig.json",
    compilerOptions: { skipLibCheck: true, types: ["node"] },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
});

afterAll(() => rm(folder, { recursive: true }));

test("the README has an example for each feature", () => {
  expect(new Set(examples.map(({ name }) => name.replace(/ \d+$/, "")))).toEqual(
    new Set([
      "First call",
      "Resources",
      "Lists",
      "Uploads and jobs",
      "Errors",
      "Retries",
      "Raw paths",
      "Runtimes and size",
    ]),
  );
});

test("every example compiles", { timeout: 60_000 }, async () => {
  const tsc = join(PACKAGE_ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: PACKAGE_ROOT }).catch((error) => error);
  expect(stdout).toBe("");
});

test.each(examples)("the example runs: $name", { timeout: 60_000 }, async ({ name }) => {
  const preload = pathToFileURL(join(PACKAGE_ROOT, "test/support/package/example-fetch-everywhere.ts")).href;
  const { stdout } = await run(process.execPath, ["--import", preload, toFilePath(name)], {
    // Files written by an example disappear with the folder.
    cwd: folder,
    env: { ...process.env, NECTAR_API_KEY: "readme-key-1" },
  });
  expect(stdout).not.toBe("");
});
