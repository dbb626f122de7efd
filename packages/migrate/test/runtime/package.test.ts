import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "../..");
const repository = createRequire(join(packageRoot, "../../package.json"));
const node20 = join(dirname(repository.resolve("node20/package.json")), "bin/node");

test("the whole run-time module costs at most 3 kB, minified and compressed", async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: 'export * from "@nectar-sdk/migrate/runtime";', resolveDir: packageRoot },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    write: false,
    metafile: true,
    logLevel: "error",
  });

  const size = gzipSync(outputFiles[0]?.contents ?? "").length;

  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(3000);
  expect(Object.keys(metafile.inputs).filter((file) => !/^(<stdin>|dist\/runtime\/.*)$/.test(file))).toEqual([]);
});

test("it imports nothing from outside of its folder, neither code nor types", async () => {
  const folder = join(packageRoot, "dist/runtime");
  const files = (await readdir(folder)).filter((name) => /\.(js|d\.ts)$/.test(name));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));

  const imported = sources.flatMap((source) => [...source.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)]);

  expect(imported.length).toBeGreaterThan(10);
  expect(imported.map(([, specifier]) => specifier).filter((specifier) => !specifier?.startsWith("./"))).toEqual([]);
  expect(sources.filter((source) => /\bNodeJS\b|\bBuffer\b|reference types/.test(source))).toEqual([]);
});

test("the built module runs on Node 20", async () => {
  const program = `
    import { upgradeUsage } from "@nectar-sdk/migrate/runtime";
    const { rows } = upgradeUsage([{ id: "a", timeOfUse: null }], { from: "v2.0", to: "v2.2" });
    console.log(process.version.split(".")[0], JSON.stringify(rows));
  `;

  const { stdout } = await run(node20, ["--input-type=module", "--eval", program], { cwd: packageRoot });

  expect(stdout).toBe('v20 [{"id":"a","timeOfUseBreakdown":[]}]\n');
});
