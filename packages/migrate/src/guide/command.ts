import { readFile } from "node:fs/promises";
import type { ApiHistory } from "../project/api-history.ts";
import type { Command } from "../shared/command.ts";
import { parseCommandLine, parseVersions, VERSION_OPTIONS } from "../shared/migration-options.ts";
import { UsageError } from "../shared/usage-error.ts";

const HELP = `Usage: nectar-migrate guide --from v2.0 --to v2.2

Prints a guide in Markdown: what the documents do not show, what breaks, and code before and after.

  --from <version>    version that you use
  --to <version>      newer version

Exit code 0; 2: the command failed.`;

/** Creates `nectar-migrate guide` for an API. */
export const createGuide = ({ versions }: ApiHistory): Command => ({
  help: HELP,
  run: async (args, { output }) => {
    const values = parseCommandLine(args, VERSION_OPTIONS);
    const [from, to] = parseVersions(values, versions);
    if (versions.indexOf(from) >= versions.indexOf(to))
      throw new UsageError(`--to ${to}: expected a version after ${from}`);
    const file = new URL(`../../guides/${from}-to-${to}.md`, import.meta.url);
    const text = await readFile(file, "utf8");
    for (const line of text.trimEnd().split("\n")) output.log(line);
    return 0;
  },
});
