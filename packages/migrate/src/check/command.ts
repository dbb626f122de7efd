import { relative } from "node:path";
import { loadMigration } from "../changes/analyse.ts";
import { listVersions } from "../project/api-package.ts";
import type { Command } from "../shared/command.ts";
import { matchGlob } from "../shared/glob.ts";
import { parseCommandLine, parseVersion } from "../shared/migration-options.ts";
import { UsageError } from "../shared/usage-error.ts";
import type { Finding } from "./finding.ts";
import { FORMATS, type Formatter } from "./report.ts";
import { runCheck } from "./run-check.ts";

const HELP = `Usage: nectar-migrate check --from v2.0 --to v2.2 [-p tsconfig.json]... [--only RULE|ID|GLOB] [--format FORMAT]

Type-checks the project with the new version in memory, and lists what breaks. Writes nothing; the new version need not be installed.

  --from <version>    version that the project uses
  --to <version>      version to move to
  -p, --project <p>   tsconfig, or its folder; several are allowed (default: tsconfig.json of this folder); references are followed
  --only <filter>     findings of a rule, of an id, or in files that match a glob
  --format <format>   ${Object.keys(FORMATS).join(", ")} (default: terminal)

Exit code 0: nothing to do; 1: findings; 2: the check failed.`;

/** `nectar-migrate check`. */
export const check: Command = {
  help: HELP,
  run: async (args, { cwd, output }) => {
    const values = parseCommandLine(args, {
      from: { type: "string" },
      to: { type: "string" },
      project: { type: "string", short: "p", multiple: true },
      only: { type: "string" },
      format: { type: "string", default: "terminal" },
    });
    const known = listVersions();
    const [from, to] = [parseVersion("from", values.from, known), parseVersion("to", values.to, known)];
    const format = parseFormat(values.format);
    const result = runCheck(loadMigration(from, to, cwd), cwd, values.project ?? []);
    const isWanted = createFilter(values.only, cwd);
    const findings = result.findings.filter(isWanted);
    // The commands of a workflow must reach the runner unchanged; their values are escaped.
    const print = (values.format === "github" ? output.command : undefined) ?? output.log;
    for (const line of format({ ...result, findings }, cwd)) print(line);
    return findings.length === 0 ? 0 : 1;
  },
};

function parseFormat(name: string): Formatter {
  const found = Object.entries(FORMATS).find(([format]) => format === name);
  if (found === undefined)
    throw new UsageError(`--format ${name}: expected one of: ${Object.keys(FORMATS).join(", ")}`);
  return found[1];
}

function createFilter(only: string | undefined, cwd: string): (finding: Finding) => boolean {
  if (only === undefined) return () => true;
  const matches = matchGlob(only);
  return ({ rule, id, file }) => rule === only || id === only || matches(relative(cwd, file).replaceAll("\\", "/"));
}
