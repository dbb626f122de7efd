import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../src/shared/version-names.ts";
import { VERSIONS } from "../src/shared/versions.ts";
import { readLock } from "../src/specs/lock/spec-lock.ts";
import { ROOT } from "./support/temporary-repository.ts";

test.each(VERSIONS)("the package of %s is pinned to the document that the lock names", async (version) => {
  const lock = await readLock(join(ROOT, "specs"));
  const source = await readFile(join(ROOT, packageFolder(version), "src/version.ts"), "utf8");
  expect(source).toContain(`export const SPEC_SHA256 = "${lock.get(version)?.sha256}";`);
});
