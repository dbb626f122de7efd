import { join } from "node:path";
import { reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { packageFolder, packageName } from "../../shared/version-names.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { readBudgets } from "../../specs/expectations/expectations.ts";
import { measurePackage } from "./measure-package.ts";

const root = join(import.meta.dirname, "../../../..");

try {
  const budgets = await readBudgets(root);
  for (const version of VERSIONS) {
    const { tarball } = await measurePackage(join(root, packageFolder(version)));
    const isWithin = tarball <= budgets.tarball;
    const verdict = isWithin ? "" : ": too large; shrink it or raise the limit in specs/expectations.yaml";
    terminal.log(`${packageName(version)}: ${tarball} of at most ${budgets.tarball} bytes packed${verdict}`);
    if (!isWithin) process.exitCode = 1;
  }
} catch (error) {
  process.exitCode = reportFailure("sizes", error, terminal);
}
