import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLock } from "../../lock/spec-lock.ts";
import { buildFiles } from "../build-files.ts";

const SPECS = join(import.meta.dirname, "../../../../../specs");

test("the committed documents and the list of unseen parts agree with the reconstruction", async () => {
  const lock = await readLock(SPECS);
  const built = await buildFiles(SPECS);
  expect(built.map(({ path }) => path)).toEqual([
    ...[...lock.keys()].map((version) => `${version}/openapi.json`),
    "PROVENANCE.md",
  ]);
  // A pulled document is no longer built, but the list in PROVENANCE.md still describes the reconstruction.
  const own = built.filter(({ path }) => lock.get(path.replace("/openapi.json", ""))?.origin !== "upstream");
  for (const { path, content } of own) expect(await readFile(join(SPECS, path), "utf8"), path).toBe(content);
});
