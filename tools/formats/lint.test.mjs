import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkPackage, createPackageFromTarballData, Package } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { copyWithFault, FAULTS, readPackages } from "./src/packages.mjs";

/** Readers of a package that load CommonJS. */
const COMMONJS = ["node10", "node16-cjs"];

/** Lists the problems of a package's types, apart from those of CommonJS for entries that are ES modules only. */
async function checkTypes(pkg, esmOnly = []) {
  const { problems = [] } = await checkPackage(pkg);
  return problems
    .filter(({ entrypoint, resolutionKind }) => !(esmOnly.includes(entrypoint) && COMMONJS.includes(resolutionKind)))
    .map(({ kind, entrypoint, resolutionKind, ...others }) =>
      [kind, entrypoint ?? JSON.stringify(others), resolutionKind].filter(Boolean).join(" "),
    );
}

/** Lists the messages of publint about an installed package. */
async function lint(pkgDir) {
  const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

for (const { name, folder, tarball, esmOnly } of await readPackages()) {
  describe(name, () => {
    test("resolves to types of the format that runs, for node10, node16 from both sides, and bundlers", async () => {
      const pkg = createPackageFromTarballData(await readFile(tarball));

      assert.deepEqual(await checkTypes(pkg, esmOnly), []);
    });

    test("publint has no message", async () => {
      assert.deepEqual(await lint(folder), []);
    });
  });
}

/** Reads the files of a package that its entries name, as attw does from a tarball. */
async function readEntries(folder) {
  const { name, version, exports } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const paths = ["package.json", ...Object.values(exports).flatMap((entry) => Object.values(entry.import))];
  const files = await Promise.all(
    paths.map(async (path) => [join("/node_modules", name, path), await readFile(join(folder, path), "utf8")]),
  );
  return new Package(Object.fromEntries(files), name, version);
}

test("attw finds a package of ES modules only", async (context) => {
  const root = await copyWithFault(context, FAULTS.esmOnly);

  const problems = await checkTypes(await readEntries(join(root, "node_modules/@nectar-sdk/api-v2.2")));

  const found = problems.filter((problem) => problem.startsWith("NoResolution"));
  assert.deepEqual(found, [
    "NoResolution . node10",
    "NoResolution . node16-cjs",
    "NoResolution ./schema node10",
    "NoResolution ./schema node16-cjs",
  ]);
});

test("publint finds CommonJS without its package.json", async (context) => {
  const root = await copyWithFault(context, FAULTS.unnamedFormat);

  const messages = await lint(join(root, "node_modules/@nectar-sdk/api-v2.2"));

  assert.match(messages.join("\n"), /dist\/cjs\/index\.js/);
});
