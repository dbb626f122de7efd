import { join } from "node:path";
import { reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { checkChangesets } from "./check-changesets.ts";

try {
  const { releases, problems } = await checkChangesets(join(import.meta.dirname, "../../../.."));
  for (const release of releases) terminal.log(`next release: ${release}`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
} catch (error) {
  process.exitCode = reportFailure("changeset:check", error, terminal);
}
