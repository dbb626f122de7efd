import { cp, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  contentsOf,
  copyOfSpecs,
  finished,
  runPull,
  startProgram,
  temporaryFolder,
} from "../../../../test/support/pull-support.ts";
import { ROOT } from "../../../../test/support/temporary-repository.ts";
import { readLock } from "../../lock/spec-lock.ts";

const PAIR = ["specs/reconstruction", "scripts/src/specs/reconstruct"];

test("a pulled document is not built, and the others still are", async () => {
  const specs = await copyOfSpecs();
  const folder = await temporaryFolder();
  const paths = { "/ping": { get: { operationId: "ping_retrieve", responses: {} } } };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths };
  await writeFile(join(folder, "openapi-v2-1.json"), JSON.stringify(document));
  await runPull(specs, "--version", "v2.1", "--from", folder);
  const pulled = await contentsOf(specs);

  const cli = join(import.meta.dirname, "../cli.ts");
  const first = await finished(startProgram(cli, ["--specs", specs]));

  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/\bv2\.1\b.*: from upstream, not built/) });
  expect(await contentsOf(specs)).toEqual(pulled);

  const others = [...(await readLock(specs))].filter(([, { origin }]) => origin === "reconstructed");
  for (const [version] of others) await writeFile(join(specs, version, "openapi.json"), "{}");
  await finished(startProgram(cli, ["--specs", specs]));

  expect(await contentsOf(specs)).toEqual(pulled);
});

test("without the reconstruction, everything still compiles, passes the checks and generates the same packages", {
  timeout: 300_000,
}, async () => {
  const root = await copyWithout(PAIR);
  const run = (script: string, ...args: string[]) => finished(startProgram(join(root, script), args));

  const typed = await run("node_modules/typescript/bin/tsc", "--noEmit", "--project", join(root, "scripts"));
  const checked = await run("scripts/src/specs/check/cli.ts");
  const generated = await run("scripts/src/codegen/cli.ts", "--check");

  expect(typed).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(checked).toMatchObject({ code: 0, stderr: "" });
  expect(generated).toMatchObject({ code: 0, stderr: "" });
});

/** A copy of the repository, as far as the scripts need it, without some of its folders. */
async function copyWithout(folders: readonly string[]): Promise<string> {
  const root = await temporaryFolder();
  const filter = (path: string): boolean => !/\/(node_modules|reports|\.turbo|\.git)$/.test(path);
  for (const path of ["package.json", "tsconfig.base.json", "scripts", "specs", "packages", "docs", "biome.json"]) {
    await cp(join(ROOT, path), join(root, path), { recursive: true, filter });
  }
  for (const path of ["node_modules", "scripts/node_modules", "packages/openapi/node_modules"]) {
    await symlink(join(ROOT, path), join(root, path));
  }
  for (const folder of folders) await rm(join(root, folder), { recursive: true });
  return root;
}
