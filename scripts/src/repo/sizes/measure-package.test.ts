import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { packageFolder } from "../../shared/version-names.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { readBudgets } from "../../specs/expectations/expectations.ts";
import { measurePackage } from "./measure-package.ts";

const BUDGETS = await readBudgets(ROOT);

/** Bundles and minifies a module and its imports. */
async function bundle(entry: string): Promise<string> {
  const build = await rolldown({ input: entry, logLevel: "silent" });
  try {
    const { output } = await build.generate({ format: "esm", minify: true });
    return output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
  } finally {
    await build.close();
  }
}

describe.each(VERSIONS)("the package of %s", (version) => {
  const folder = join(ROOT, packageFolder(version));

  test(`is published with at most ${BUDGETS.tarball} bytes, its document included`, async () => {
    const { tarball } = await measurePackage(folder);

    expect(tarball).toBeLessThanOrEqual(BUDGETS.tarball);
    expect(tarball).toBeGreaterThan(BUDGETS.tarball / 2);
  });

  test(`ships at most ${BUDGETS.bundle} bytes of code that runs`, async () => {
    const code = await bundle(join(folder, "dist/esm/index.js"));

    const compressed = gzipSync(code, { level: 9 }).byteLength;
    expect(compressed).toBeLessThanOrEqual(BUDGETS.bundle);
    expect(compressed).toBeGreaterThan(500);
  });

  test("publishes its types, its code, its document, and nothing that only we need", async () => {
    const modules = ["contract", "index", "operations", "resources", "schema", "type-maps", "upstream", "version"];
    // Only a document with types in place needs it.
    if (existsSync(join(folder, "src/aliases.ts"))) modules.push("aliases");

    const { files } = await measurePackage(folder);

    // The first release writes the changelog.
    expect(files.filter((file) => file !== "CHANGELOG.md")).toEqual(
      [
        ...["LICENSE", "README.md", "openapi.json", "package.json"],
        ...["esm", "cjs"].flatMap((format) => [
          `dist/${format}/package.json`,
          ...modules.flatMap((module) => [`dist/${format}/${module}.d.ts`, `dist/${format}/${module}.js`]),
        ]),
      ].sort(),
    );
  });

  test("leaves nothing in a bundle that does not use it", async () => {
    const temporary = await mkdtemp(join(tmpdir(), "unused-"));
    try {
      const entry = join(temporary, "entry.js");
      await writeFile(entry, `import ${JSON.stringify(join(folder, "dist/esm/index.js"))};\nexport const used = 1;\n`);

      const code = await bundle(entry);

      expect(code).toContain("used");
      expect(code).not.toContain("operations");
    } finally {
      await rm(temporary, { recursive: true });
    }
  });
});

test("a package that has not been built is not measured but named", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "unbuilt-"));
  try {
    await writeFile(join(temporary, "package.json"), '{ "name": "unbuilt", "version": "1.0.0" }');

    await expect(measurePackage(temporary)).rejects.toThrow("has not been built; run `pnpm build` first");
  } finally {
    await rm(temporary, { recursive: true });
  }
});
