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

/** The exports that a benchmark needs. */
export interface ClientModules {
  readonly createNectarClient: typeof createNectarClient;
  readonly v2_2: typeof v2_2;
}

/**
 * Loads the client and API version of another revision, bundled like the published ones.
 *
 * @throws {Error} when the revision does not exist
 */
export async function loadBaseClient(revision: string): Promise<ClientModules> {
  // Inside this package, so that openapi-fetch resolves.
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
    // Assumes our types for the other revision: the benchmarks call only functions that every revision has.
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
    throw new Error(`Unknown revision to compare with: ${revision}. Pass a revision of this repository as --base`, {
      cause,
    });
  }
  await execute("tar", ["-xf", archive, "-C", folder]);
}
