import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { startServer } from "./src/loopback-server.mjs";
import { copyWithFault, FAULTS, findFolder, ROOT } from "./src/packages.mjs";
import { NODES, run } from "./src/run.mjs";

const JEST = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin/jest.js");

/** Enough for a busy machine. */
const SLOW = "--testTimeout=120000";

/** Runs Jest with a configuration of the folder `jest`. */
async function runJest(context, node, config, root = ROOT) {
  const server = await startServer(context);
  const env = { SERVER: server.url, BILL: join(ROOT, "programs/bill.pdf") };
  const args = [JEST, "--config", join(root, "jest", config), "--rootDir", root, "--no-cache", "--runInBand", SLOW];
  return run(node, args, { cwd: root, env });
}

for (const [index, version] of ["20", "24"].entries()) {
  describe(`Jest at its default settings on Node ${version}`, () => {
    for (const config of ["ts-jest.config.cjs", "swc.config.cjs"]) {
      test(`${config}: every entry loads and works`, async (context) => {
        const { code, printed } = await runJest(context, NODES[index], config);

        assert.equal(code, 0, printed);
        assert.match(printed, /Tests: +5 passed, 5 total/);
      });
    }
  });
}

for (const config of ["ts-jest.config.cjs", "swc.config.cjs"]) {
  test(`${config}: fails with a package of ES modules only`, async (context) => {
    const root = await copyWithFault(context, FAULTS.esmOnly, "jest");

    const { code, printed } = await runJest(context, NODES[1], config, root);

    assert.notEqual(code, 0);
    assert.match(printed, /@nectar-sdk\/api-v2\.2/);
  });
}

/** Writes the files of the recipe in the README of the kit to a folder that goes when the test ends. */
async function writeRecipe(context) {
  const readme = await readFile(join(findFolder("testing"), "README.md"), "utf8");
  const section = readme.split(/^## /m).find((text) => text.startsWith("Jest\n"));
  const files = [...section.matchAll(/```js\n\/\/ (\S+)\n(.*?)```/gs)];
  const folder = await mkdtemp(join(ROOT, "recipe-"));
  context.after(() => rm(folder, { recursive: true }));
  // A project of CommonJS.
  await writeFile(join(folder, "package.json"), "{}");
  for (const [, name, text] of files) await writeFile(join(folder, name), text);
  return { folder, names: files.map(([, name]) => name) };
}

test("the recipe of the kit runs as its README shows it", async (context) => {
  const { folder, names } = await writeRecipe(context);

  const plain = await run(NODES[0], [JEST, "companies", SLOW], { cwd: folder });
  const modules = await run(NODES[0], [JEST, "retries", SLOW], {
    cwd: folder,
    env: { NODE_OPTIONS: "--experimental-vm-modules" },
  });

  assert.equal(names.length, 5);
  for (const { code, printed } of [plain, modules]) {
    assert.equal(code, 0, printed);
    assert.match(printed, /Tests: +1 passed, 1 total/);
  }
});
