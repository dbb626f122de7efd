import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { messageOf, printText } from "../../shared/command-line.ts";
import { formatJson } from "../../shared/format-json.ts";
import { readManifest } from "../../shared/read-manifest.ts";
import { terminal } from "../../shared/terminal.ts";
import { packNextRelease } from "../copy/pack-next-release.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { formatOverrides, withTarballs } from "./consumer-manifest.ts";

const root = join(import.meta.dirname, "../../../..");
const PNPM_SETTINGS = "pnpm-workspace.yaml";

/** Packs what is published and runs a consumer's own checks with it, outside the repository, as a user would. */
async function runConsumer(consumer: string, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nectar-consumer-"));
  try {
    const tarballs = await packNextRelease(folder);
    const project = join(folder, "project");
    await cp(join(root, consumer), project, {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
    const manifest = await readManifest(project);
    await writeFile(join(project, "package.json"), formatJson(withTarballs(manifest, tarballs)));
    const files = await readdir(project);
    if (files.includes(PNPM_SETTINGS)) await appendFile(join(project, PNPM_SETTINGS), formatOverrides(tarballs));
    await runCommand(...chooseInstall(files), { cwd: project, signal, show: false });
    await runCommand("npm", ["run", "ci"], { cwd: project, signal, show: true, env: { NODE20: findNode20() } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The program of the oldest Node that the packages support. */
function findNode20(): string {
  return join(dirname(createRequire(join(root, "package.json")).resolve("node20/package.json")), "bin/node");
}

/**
 * Returns the command that installs a project. Install scripts do not run: the checks need none, and one of them reports statistics.
 *
 * @param files names of the files in its folder
 */
function chooseInstall(files: readonly string[]): [command: string, args: readonly string[]] {
  const args = ["install", "--ignore-scripts", "--prefer-offline"];
  // The lockfile pins everything but the packages that were packed just now.
  if (files.includes("pnpm-lock.yaml")) return ["pnpm", [...args, "--no-frozen-lockfile"]];
  return ["npm", [...args, "--no-audit", "--no-fund"]];
}

const [consumer = "examples/ci"] = process.argv.slice(2);
try {
  await runConsumer(consumer, abortOnInterrupt());
} catch (error) {
  printText(`consumer: ${messageOf(error)}`, terminal.error);
  process.exitCode = 1;
}
