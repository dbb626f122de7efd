import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../test/support/temporary-repository.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { effectiveDocument } from "../overlay/effective-document.ts";
import { countDocument } from "./count-document.ts";
import { EXPECTATIONS_FILE, updateExpectations } from "./expectations.ts";

const TEXT = "# Sizes.\napiPackage:\n  # npm.\n  tarball: 1000\n  bundle: 200\n";

test("specs/expectations.yaml has the counts of the documents", async () => {
  const text = await readFile(join(ROOT, EXPECTATIONS_FILE), "utf8");
  const counts = VERSIONS.map(
    async (version) => [version, countDocument(await effectiveDocument(join(ROOT, "specs"), version))] as const,
  );

  expect(updateExpectations(text, new Map(await Promise.all(counts)), 1)).toBe(text);
});

test("limits grow with the packages and never shrink", () => {
  expect(updateExpectations(TEXT, new Map(), 1.14)).toBe(
    "# Sizes.\napiPackage:\n  # npm.\n  tarball: 1200\n  bundle: 300\nversions: {}\n",
  );
  expect(updateExpectations(TEXT, new Map(), 0.5)).toContain("tarball: 1000\n");
});
