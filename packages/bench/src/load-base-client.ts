import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { v2_2 } from "@nectar-sdk/api-v2.2";
import type { createNectarClient } from "@nectar-sdk/client";
import { build } from "esbuild";

const execute = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const SOURCES = ["packages/client/src", "packages/api-v2.2/src"] as const;

/** What a bench takes of the client and of an API version. */
export interface ClientModules {
  readonly createNectarClient: typeof createNectarClient;
  readonly v2_2: typeof v2_2;
}

/**
 * The client and API version of another revision, bundled from its sources as the published ones are.
 *
 * @throws {Error} when the repository has no such revision
 */
export async function loadBaseClient(revision: string): Promise<ClientModules> {
  // Below this package, where openapi-fetch is found.
  const folder = await mkdtemp(join(packageRoot, "base-"));
  try {
    await unpackSources(revision, folder);
    const entryPoints = SOURCES.map((source) => join(folder, source, "index.ts"));
    await build({
      entryPoints,
      outdir: join(folder, "dist"),
      outbase: folder,
      bundle: true,
      packages: "external",
      format: "esm",
      target: "es2022",
      logLevel: "warning",
    });
    const [client, api] = SOURCES.map((source) => pathToFileURL(join(folder, "dist", source, "index.js")).href);
    // Of another revision, so the types are those of ours: what a bench calls has been there from the beginning.
    const modules: ClientModules = { ...(await import(String(client))), ...(await import(String(api))) };
    return modules;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpackSources(revision: string, folder: string): Promise<void> {
  const archive = join(folder, "sources.tar");
  const root = join(packageRoot, "../..");
  try {
    await execute("git", ["archive", "--output", archive, revision, "--", ...SOURCES], { cwd: root });
  } catch (cause) {
    throw new Error(`Unknown revision to compare with: ${revision}. Pass one of this repository as --base`, { cause });
  }
  await execute("tar", ["-xf", archive, "-C", folder]);
}
