import { execFile } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { parseCommandLine, reportFailure } from "../../shared/command-line.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { readManifest } from "../../shared/read-manifest.ts";
import { terminal } from "../../shared/terminal.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { packRelease } from "./pack-release.ts";
import { openRegistry, readRegistryUrl } from "./registry-client.ts";
import { describeTarball, writeReleaseList } from "./release-list.ts";
import { readRepository } from "./repository.ts";

const root = join(import.meta.dirname, "../../../..");
const signal = abortOnInterrupt();

try {
  const { values } = parseCommandLine(process.argv.slice(2), {
    out: { type: "string", default: "release" },
    unreleased: { type: "boolean", default: false },
  });
  // Before the build, which takes a minute.
  readRepository(await readManifest(root));
  await runCommand("pnpm", ["build"], { cwd: root, signal, show: false });
  const { stdout } = await promisify(execFile)("git", ["rev-parse", "HEAD"], { cwd: root });
  const out = resolve(values.out);
  const commit = stdout.trim();
  const readReleases = values.unreleased ? openRegistry(await readRegistryUrl("@nectar-sdk")) : async () => new Map();
  const packages = await packRelease({
    root,
    out,
    commit,
    pack: (cwd, file) => runCommand("pnpm", ["pack", "--out", file], { cwd, signal, show: false }),
    select: async (name, version) => !(await readReleases(name)).has(version),
  });
  const entries = await Promise.all(
    packages.map(async ({ name, version, file, directory }) => {
      const changelog = (await readIfExists(join(root, directory, "CHANGELOG.md"))) ?? "";
      return describeTarball(file, { name, version, changelog });
    }),
  );
  await writeReleaseList(out, { commit, packages: entries });
  for (const { name, file } of packages) {
    const sbom = ["sbom", "--sbom-format", "cyclonedx", "--prod", "--out", file.replace(/\.tgz$/, ".cdx.json")];
    await runCommand("pnpm", ["--filter", name, ...sbom], { cwd: root, signal, show: false });
  }
  for (const { name, version, file, hasChangelog } of packages) {
    const note = hasChangelog ? "" : "  (no CHANGELOG.md yet: `pnpm changeset version` writes it)";
    terminal.log(`${name}@${version}  ${relative(process.cwd(), file)}${note}`);
  }
} catch (error) {
  process.exitCode = reportFailure("release:pack", error, terminal);
}
