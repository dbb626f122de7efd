import { execFile } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { parseCommandLine, reportFailure } from "../../shared/command-line.ts";
import { readManifest } from "../../shared/read-manifest.ts";
import { terminal } from "../../shared/terminal.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { packRelease } from "./pack-release.ts";
import { readRepository } from "./repository.ts";

const root = join(import.meta.dirname, "../../../..");
const signal = abortOnInterrupt();

try {
  const { values } = parseCommandLine(process.argv.slice(2), { out: { type: "string", default: "release" } });
  // Before the build, which takes a minute.
  readRepository(await readManifest(root));
  await runCommand("pnpm", ["build"], { cwd: root, signal, show: false });
  const { stdout } = await promisify(execFile)("git", ["rev-parse", "HEAD"], { cwd: root });
  const packages = await packRelease({
    root,
    out: resolve(values.out),
    commit: stdout.trim(),
    pack: (cwd, file) => runCommand("pnpm", ["pack", "--out", file], { cwd, signal, show: false }),
  });
  for (const { name, version, file, hasChangelog } of packages) {
    const note = hasChangelog ? "" : "  (no CHANGELOG.md yet: `pnpm changeset version` writes it)";
    terminal.log(`${name}@${version}  ${relative(process.cwd(), file)}${note}`);
  }
} catch (error) {
  process.exitCode = reportFailure("release:pack", error, terminal);
}
