import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { objectIn } from "@nectar-sdk/openapi/document";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { readManifest } from "../src/shared/read-manifest.ts";
import { ROOT } from "./support/temporary-repository.ts";

const execute = promisify(execFile);
const KIT = "@nectar-sdk/testing";
const DOCUMENT = "@nectar-sdk/api-v2.2";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kit-peers-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** Packs a package without files, and returns its tarball. */
async function pack(manifest: object, name: string): Promise<string> {
  const source = join(folder, name);
  await mkdir(source);
  await writeFile(join(source, "package.json"), JSON.stringify(manifest));
  const { stdout } = await execute("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: source });
  return `file:${join(folder, stdout.trim())}`;
}

/** Resolves a project with the peers of the newest kit and one release of a document, as `npm install` does. */
async function install(version: string): Promise<void> {
  const manifest = await readManifest(join(ROOT, "packages/testing"));
  const peers = objectIn(manifest, "peerDependencies");
  const meta = objectIn(manifest, "peerDependenciesMeta");
  const kit = { name: KIT, version: "1.0.0", peerDependencies: peers, peerDependenciesMeta: meta };
  const project = {
    name: "project",
    version: "1.0.0",
    dependencies: { [KIT]: await pack(kit, "kit"), [DOCUMENT]: await pack({ name: DOCUMENT, version }, "document") },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(project));
  await execute("npm", ["install", "--package-lock-only", "--offline", "--no-audit", "--no-fund"], { cwd: folder });
}

test.each(["1.0.0-next.0", "1.0.0", "2.0.0"])("the newest kit installs beside the document %s", async (version) => {
  await expect(install(version)).resolves.toBeUndefined();
});

test("a document before the first release is refused by npm", async () => {
  await expect(install("0.2.0")).rejects.toThrow("ERESOLVE");
});
