import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const readme = await readFile(join(packageRoot, "README.md"), "utf8");
const manifest: { exports: object } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
const examples = readme.split(/^## /m).flatMap((section) => {
  const [name = ""] = section.split("\n", 1);
  const code = /^```ts\n(.*?)^```$/ms.exec(section)?.[1];
  if (code === undefined) return [];
  return [{ name, code, expected: [...code.matchAll(/(?:^|\); )\/\/ (.*)$/gm)].map(([, line]) => line) }];
});

test("the README has an example for each entry", () => {
  const imports = examples.flatMap(({ code }) => [...code.matchAll(/@nectar-sdk\/openapi\/(\w+)/g)]);
  const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");

  expect(new Set(imports.map(([, name]) => `./${name}`))).toEqual(new Set(entries));
});

test.each(examples)("the example prints what its comments say: $name", async ({ code, expected }) => {
  const folder = await mkdtemp(join(packageRoot, "test/readme-"));
  try {
    await writeFile(join(folder, "example.ts"), code);
    const { stdout } = await run(process.execPath, [join(folder, "example.ts")], { cwd: folder });

    expect(stdout.trimEnd().split("\n")).toEqual(expected);
  } finally {
    await rm(folder, { recursive: true });
  }
});
