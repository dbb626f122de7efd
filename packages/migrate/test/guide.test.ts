import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { listVersions } from "../src/project/api-package.ts";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const docs = join(packageRoot, "../../docs/migration");
const files = (await readdir(docs)).sort();

async function print(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { log: (line: string) => void out.push(line), error: (line: string) => void err.push(line) };
  const code = await main(["guide", ...args], { cwd: packageRoot, output });
  return { code, out, err };
}

test("there is a guide for each version and each newer one", () => {
  const versions = listVersions();
  const pairs = versions.flatMap((from, index) => versions.slice(index + 1).map((to) => `${from}-to-${to}.md`));

  expect(files).toEqual(pairs.sort());
});

test.each(files)("the command prints docs/migration/%s", async (file) => {
  const [from = "", to = ""] = file.replace(/\.md$/, "").split("-to-");

  const { code, out } = await print("--from", from, "--to", to);

  expect(code).toBe(0);
  expect(`${out.join("\n")}\n`).toBe(await readFile(join(docs, file), "utf8"));
  expect(out.indexOf("## Behaviour changes")).toBeLessThan(out.indexOf("## What breaks"));
});

test("a step back and an unknown version are refused with one line", async () => {
  const [first = "", second = ""] = listVersions();

  expect(await print("--from", second, "--to", first)).toMatchObject({
    code: 2,
    err: [`nectar-migrate guide: --to ${first}: expected a version after ${second}`],
  });
  expect(await print("--from", first, "--to", "v9.9")).toMatchObject({
    code: 2,
    err: [expect.stringMatching(/--to v9\.9: expected/)],
  });
});

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(packageRoot, "test/guide-"));
  const compilerOptions = {
    ...{ target: "es2022", lib: ["es2023", "dom", "dom.iterable"], module: "nodenext", strict: true },
    ...{ exactOptionalPropertyTypes: true, skipLibCheck: true, noEmit: true, types: ["node"] },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
});
afterAll(() => rm(folder, { recursive: true }));

test("every code block compiles against the version that it is for", { timeout: 120_000 }, async () => {
  let count = 0;
  for (const file of files) {
    const text = await readFile(join(docs, file), "utf8");
    const blocks = [...text.matchAll(/^(?:Before|After), with (\S+):\n\n```ts\n(.*?)^```$/gms)];
    expect(blocks.length).toBeGreaterThanOrEqual(2);
    // The first two blocks create the clients, which the others use.
    const clients = new Map(blocks.slice(0, 2).map(([, version = "", code = ""]) => [version, code]));
    for (const [index, [, version = "", code = ""]] of blocks.entries()) {
      const client = code === clients.get(version) ? "" : (clients.get(version) ?? "");
      const ids = "declare const companyId: string;\ndeclare const usageId: string;\n";
      const name = `${file.replace(/\.md$/, "").replaceAll(/\W/g, "-")}-${index}.ts`;
      await writeFile(join(folder, name), `${client}${ids}${code}export {};\n`);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(files.length * 2);

  const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: packageRoot }).catch((error) => error);

  expect(stdout).toBe("");
});
