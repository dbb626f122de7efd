import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { extract } from "tar";
import { expect, onTestFinished, test } from "vitest";
import { readManifest } from "../../shared/read-manifest.ts";
import { choosePnpm } from "../copy/copy-repository.ts";

const ROOT = join(import.meta.dirname, "../../../..");

test("the manifest in a tarball has no scripts and no development dependencies", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pnpmfile-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [program, ...first] = await choosePnpm(ROOT);
  const file = join(folder, "package.tgz");

  await promisify(execFile)(program, [...first, "pack", "--out", file], { cwd: join(ROOT, "packages/openapi") });

  await extract({ file, cwd: folder });
  const manifest = await readManifest(join(folder, "package"));
  expect(Object.keys(manifest)).not.toContain("scripts");
  expect(Object.keys(manifest)).not.toContain("devDependencies");
  expect(manifest).toMatchObject({ name: "@nectar-sdk/openapi", dependencies: expect.anything() });
});
