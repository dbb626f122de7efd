import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { packageFolder } from "../../shared/version-names.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { BUDGETS, bundle, measurePackage, publishedFiles } from "./measure-package.ts";
import { tarOf } from "./tar-of.ts";

describe.each(VERSIONS)("the package of %s", (version) => {
  const folder = join(ROOT, packageFolder(version));

  test(`is published with at most ${BUDGETS.withoutDocument} bytes beside its document`, async () => {
    const { withoutDocument, tarball } = await measurePackage(folder);
    expect(withoutDocument).toBeLessThanOrEqual(BUDGETS.withoutDocument);
    expect(tarball).toBeGreaterThan(withoutDocument);
  });

  test(`ships at most ${BUDGETS.runtime} bytes of code that runs`, async () => {
    const { runtime } = await measurePackage(folder);
    expect(runtime).toBeLessThanOrEqual(BUDGETS.runtime);
    expect(runtime).toBeGreaterThan(500);
  });

  test("publishes its types, its code, its document, and nothing that only we need", async () => {
    const declarations = ["contract", "index", "operations", "resources", "schema", "type-maps", "version"];
    const files = await publishedFiles(folder);
    // Written by the first release.
    expect(files.filter((file) => file !== "CHANGELOG.md")).toEqual(
      [
        ...["LICENSE", "README.md", "openapi.json", "package.json"],
        ...declarations.map((module) => `dist/${module}.d.ts`),
        ...["index", "operations", "version"].map((module) => `dist/${module}.js`),
      ].sort(),
    );
  });

  test("leaves nothing in a bundle that does not use it", async () => {
    const temporary = await mkdtemp(join(tmpdir(), "unused-"));
    try {
      const entry = join(temporary, "entry.js");
      await writeFile(entry, `import ${JSON.stringify(join(folder, "dist/index.js"))};\nexport const used = 1;\n`);
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

test("an archive is one that tar can read", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "tar-"));
  try {
    const files = new Map([
      ["a.txt", Buffer.from("a")],
      ["dist/b.bin", Buffer.alloc(1024, 7)],
      ["empty", Buffer.alloc(0)],
    ]);
    await writeFile(join(temporary, "a.tar"), tarOf(files));
    await promisify(execFile)("tar", ["-xf", "a.tar"], { cwd: temporary });
    for (const [file, content] of files) expect(await readFile(join(temporary, "package", file))).toEqual(content);
  } finally {
    await rm(temporary, { recursive: true });
  }
});
