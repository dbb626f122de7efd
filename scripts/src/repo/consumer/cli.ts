import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { messageOf, parseCommandLine, printText } from "../../shared/command-line.ts";
import { formatJson } from "../../shared/format-json.ts";
import { readManifest } from "../../shared/read-manifest.ts";
import { terminal } from "../../shared/terminal.ts";
import { findNode20 } from "../copy/find-node20.ts";
import { packNextRelease } from "../copy/pack-next-release.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { readReleaseList } from "../release/release-list.ts";
import { formatOverrides, withTarballs } from "./consumer-manifest.ts";

const root = join(import.meta.dirname, "../../../..");
const PNPM_SETTINGS = "pnpm-workspace.yaml";

/**
 * Packs what is published and runs a consumer's own checks with it, outside the repository, as a user would.
 *
 * @param release folder with tarballs of a release, to run these instead of new ones
 */
async function runConsumer(consumer: string, release: string | undefined, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nectar-consumer-"));
  try {
    const tarballs = new Map([...(await packNextRelease(folder)), ...(await listTarballs(release))]);
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

/** The tarballs of a release by the name of the package. */
async function listTarballs(release: string | undefined): Promise<[string, string][]> {
  if (release === undefined) return [];
  const { packages } = await readReleaseList(release);
  return packages.map(({ name, file }) => [name, join(resolve(release), file)]);
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

try {
  const { values, positionals } = parseCommandLine(process.argv.slice(2), { tarballs: { type: "string" } }, true);
  const [consumer = "examples/ci"] = positionals;
  await runConsumer(consumer, values.tarballs, abortOnInterrupt());
} catch (error) {
  printText(`consumer: ${messageOf(error)}`, terminal.error);
  process.exitCode = 1;
}
