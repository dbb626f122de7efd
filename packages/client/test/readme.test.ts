import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const readme = await readFile(join(packageRoot, "README.md"), "utf8");

/** The examples, each with the heading that it stands below. */
const examples = readme.split(/^## /m).flatMap((section) => {
  const [heading = "", ...lines] = section.split("\n");
  const blocks = [...lines.join("\n").matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(([, code = ""], index) => ({ name: `${heading} ${index + 1}`, code }));
});

/** What the examples take for granted: the client of the first one, ids, and files. */
function withPrologue(code: string, folder: string): string {
  const needsClient = !code.includes("const nectar =");
  return [
    needsClient && 'import { createNectarClient } from "@nectar-sdk/client";',
    needsClient && 'import { v2_2 } from "@nectar-sdk/api-v2.2";',
    needsClient && "const nectar = createNectarClient(v2_2);",
    'const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;',
    `const [billPath, billFolder] = [${JSON.stringify(join(folder, "bills/bill.pdf"))}, ${JSON.stringify(join(folder, "bills"))}] as const;`,
    code,
    "export {};",
  ]
    .filter((line) => line !== false)
    .join("\n");
}

let folder = "";
const fileOf = (name: string) => join(folder, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.ts`);

beforeAll(async () => {
  folder = await mkdtemp(join(packageRoot, "test/readme-"));
  await mkdir(join(folder, "bills"));
  await writeFile(join(folder, "bills/bill.pdf"), "%PDF-1.7\na bill");
  for (const { name, code } of examples) await writeFile(fileOf(name), withPrologue(code, folder));
  const config = {
    extends: "../types/tsconfig.json",
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
      "Retries, times, limits",
      "Raw paths",
      "Runtimes and size",
    ]),
  );
});

test("every example compiles", { timeout: 60_000 }, async () => {
  const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: packageRoot }).catch((error) => error);
  expect(stdout).toBe("");
});

test.each(examples)("the example runs: $name", { timeout: 60_000 }, async ({ name }) => {
  const preload = pathToFileURL(join(packageRoot, "test/support/example-fetch-everywhere.ts")).href;
  const { stdout } = await run(process.execPath, ["--import", preload, fileOf(name)], {
    // What an example writes is gone with the folder.
    cwd: folder,
    env: { ...process.env, NECTAR_API_KEY: "readme-key-1" },
  });
  expect(stdout).not.toBe("");
});
