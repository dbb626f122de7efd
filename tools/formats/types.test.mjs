import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { copyWithFault, FAULTS, ROOT } from "./src/packages.mjs";
import { run } from "./src/run.mjs";

/** Compilers by the folder of their package. Each package has its own tests with older ones. */
const COMPILERS = ["typescript", "typescript-6", "typescript-7"];

/** Settings and files of the programs. Only `node16` and `nodenext` distinguish the formats, by the names of the files. */
const RESOLUTIONS = {
  node10: { module: "commonjs", moduleResolution: "node10", files: ["use.ts"] },
  node16: { module: "node16", moduleResolution: "node16", files: ["use.mts", "use.cts"] },
  nodenext: { module: "nodenext", moduleResolution: "nodenext", files: ["use.mts", "use.cts"] },
  bundler: { module: "esnext", moduleResolution: "bundler", files: ["use.ts"] },
};

const GLOBALS = {
  DOM: { lib: ["es2023", "dom"], types: [] },
  Node: { lib: ["es2023"], types: ["node"] },
};

/** The older compilers take seconds, so each reads a resolution with the global types of one platform, and the other with those of the other. */
const ALTERNATING = { typescript: ["Node", "DOM"], "typescript-6": ["DOM", "Node"] };

/** Compiles the program below a folder of this project; returns what the compiler printed. */
async function compile(context, compiler, { files, ...resolution }, globals, root = ROOT) {
  const folder = await mkdtemp(join(root, "program-"));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const file of files) await copyFile(join(ROOT, "types/use.ts"), join(folder, file));
  const isOld = compiler === "typescript-6" && resolution.moduleResolution === "node10";
  const compilerOptions = {
    ...resolution,
    ...globals,
    ...(isOld ? { ignoreDeprecations: "6.0" } : {}),
    target: "es2022",
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    skipLibCheck: false,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const { printed } = await run(process.execPath, [join(ROOT, "node_modules", compiler, "bin/tsc"), "-p", folder]);
  return printed;
}

for (const compiler of COMPILERS) {
  describe(compiler, () => {
    for (const [index, [name, resolution]] of Object.entries(RESOLUTIONS).entries()) {
      // Version 7 has no `node10` any more.
      if (compiler === "typescript-7" && name === "node10") continue;
      for (const platform of ALTERNATING[compiler]?.slice(index % 2, (index % 2) + 1) ?? Object.keys(GLOBALS)) {
        test(`${name}, with the global types of ${platform}: every declaration is valid`, async (context) => {
          assert.equal(await compile(context, compiler, resolution, GLOBALS[platform]), "");
        });
      }
    }
  });
}

test("an invalid declaration of CommonJS is found with node10", async (context) => {
  const root = await copyWithFault(context, FAULTS.invalidTypes);

  const printed = await compile(context, "typescript", RESOLUTIONS.node10, GLOBALS.DOM, root);

  assert.match(printed, /api-v2\.2\/dist\/cjs\/index\.d\.ts\(\d+,\d+\): error TS2304/);
});

test("declarations of CommonJS without its package.json are found with node16", async (context) => {
  const root = await copyWithFault(context, FAULTS.unnamedFormat);

  const printed = await compile(context, "typescript", RESOLUTIONS.node16, GLOBALS.DOM, root);

  assert.match(printed, /use\.cts\(\d+,\d+\): error TS1479/);
});
