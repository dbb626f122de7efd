import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { type MockServer, startMockServer } from "@nectar-sdk/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

// The README of @nectar-sdk/testing uses the client, which is not a dependency of that package, so its examples run here.
const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const text = await readFile(join(packageRoot, "../testing/README.md"), "utf8");
/** The README for the invented API: a refreshed document of Nectar breaks none of its examples. */
const readme = text.replaceAll("v2.2", "v0.3").replaceAll("v2_2", "v0_3");

const examples = readme.split(/^## /m).flatMap((section) => {
  const [heading = "", ...lines] = section.split("\n");
  const blocks = [...lines.join("\n").matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(([, code = ""], index) => ({ name: `${heading} ${index + 1}`, code }));
});

/** Whether an example is a file of a test suite, which needs a test runner: it is only compiled. */
const isFileOfSuite = (code: string): boolean => code.startsWith("// test/");

/** The variables that the examples expect: a server, a key, ids. */
const prologue = (baseUrl: string): string =>
  [
    `const [baseUrl, apiKey] = [${JSON.stringify(baseUrl)}, "readme-key"] as const;`,
    'const [companyId, jobId] = ["5de41ce2-ca22-4b65-866a-e46ae037737e", "7c9e6a51f0b84d3d9a52c1e7b4f0a863"] as const;',
  ].join("\n");

let folder = "";
let mock: MockServer;
const fileOf = (name: string) => join(folder, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.ts`);

beforeAll(async () => {
  mock = await startMockServer(v0_3);
  folder = await mkdtemp(join(packageRoot, "test/readme-"));
  for (const { name, code } of examples)
    await writeFile(fileOf(name), isFileOfSuite(code) ? code : `${prologue(mock.url)}\n${code}\nexport {};\n`);
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { noUnusedLocals: false, noPropertyAccessFromIndexSignature: false },
    include: ["*.ts"],
    exclude: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await mock.close();
});

test("the README has an example for each feature", () => {
  expect(new Set(examples.map(({ name }) => name.replace(/ \d+$/, "")))).toEqual(
    new Set(["Mock server", "Scenarios", "vitest", "Strict recorder", "Coverage", "Reports", "Generated values"]),
  );
});

test("every example compiles", async () => {
  const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: packageRoot }).catch((error) => error);
  expect(stdout).toBe("");
});

test.each(examples.filter(({ code }) => !isFileOfSuite(code)))("the example runs: $name", async ({ name }) => {
  await run(process.execPath, [fileOf(name)], { cwd: folder });
});

test("the examples print the output in the README", async () => {
  const runExample = async (name: string): Promise<string> =>
    (await run(process.execPath, [fileOf(name)], { cwd: folder })).stdout;
  expect(await runExample("Mock server 1")).toBe("Harbourlight Hotels 1\n");
  expect(await runExample("Scenarios 1")).toBe("true true\nterminated The file is encrypted\n");
  expect(await runExample("Scenarios 2")).toContain("/id: must be string");
  expect(await runExample("Strict recorder 2")).toBe('[ "note missing-accept" ]\n'.replaceAll('"', "'"));
  expect(await runExample("Coverage 1")).toContain("jobs: 1 of 3 operations, 2 of 18 statuses");
});
