import { relative } from "node:path";
import { loadMigration } from "../changes/analyse.ts";
import type { ApiHistory } from "../project/api-history.ts";
import { type Command, printReport } from "../shared/command.ts";
import { matchGlob } from "../shared/glob.ts";
import { chooseFrom, PROJECT_OPTIONS, parseCommandLine, parseVersions } from "../shared/migration-options.ts";
import type { Finding } from "./finding.ts";
import { FORMATS } from "./report.ts";
import { runCheck } from "./run-check.ts";

const HELP = `Usage: nectar-migrate check --from v2.0 --to v2.2 [-p tsconfig.json]... [--only RULE|ID|GLOB] [--format FORMAT]

Type-checks the project with the new version in memory, and lists what breaks. Writes nothing; the new version need not be installed.

  --from <version>    version that the project uses
  --to <version>      version to move to
  -p, --project <p>   tsconfig, or its folder; several are allowed (default: tsconfig.json of this folder); references are followed
  --only <filter>     findings of a rule, of an id, or in files that match a glob
  --format <format>   ${Object.keys(FORMATS).join(", ")} (default: terminal)

Exit code 0: nothing to do; 1: findings; 2: the check failed.`;

/** Creates `nectar-migrate check` for an API. */
export const createCheck = (history: ApiHistory): Command => ({
  help: HELP,
  run: async (args, { cwd, output }) => {
    const values = parseCommandLine(args, {
      ...PROJECT_OPTIONS,
      format: { type: "string", default: "terminal" },
    });
    const [from, to] = parseVersions(values, history.versions);
    const format = chooseFrom(Object.keys(FORMATS), "format", values.format);
    const result = runCheck(loadMigration(history, from, to, cwd), cwd, values.project ?? []);
    const isWanted = createFilter(values.only, cwd);
    const findings = result.findings.filter(isWanted);
    printReport(FORMATS[format]?.({ ...result, findings }, cwd) ?? [], format, output);
    return findings.length === 0 ? 0 : 1;
  },
});

function createFilter(only: string | undefined, cwd: string): (finding: Finding) => boolean {
  if (only === undefined) return () => true;
  const matches = matchGlob(only);
  return ({ rule, id, file }) => rule === only || id === only || matches(relative(cwd, file).replaceAll("\\", "/"));
}
