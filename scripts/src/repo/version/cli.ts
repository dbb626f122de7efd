import { join } from "node:path";
import { parseCommandLine, reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { choosePnpm } from "../copy/copy-repository.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";
import { readPublishedVersions, versionPackages } from "./version-packages.ts";

const root = join(import.meta.dirname, "../../../..");

try {
  parseCommandLine(process.argv.slice(2), {});
  const signal = abortOnInterrupt();
  const before = await readPublishedVersions(root);
  const [program, ...first] = await choosePnpm(root);
  const after = await versionPackages({
    root,
    pnpm: (...args) => runCommand(program, [...first, ...args], { cwd: root, signal, show: false }),
  });
  for (const [name, version] of after) {
    if (version !== before.get(name)) terminal.log(`${name}  ${before.get(name) ?? "new"} → ${version}`);
  }
} catch (error) {
  process.exitCode = reportFailure("version-packages", error, terminal);
}
