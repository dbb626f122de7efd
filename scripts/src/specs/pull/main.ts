import { join } from "node:path";
import { type Output, printText, reportFailure } from "../../shared/command-line.ts";
import { finishJournal } from "../../shared/journal.ts";
import { VERSION_LIST } from "../../shared/versions.ts";
import { describeDocument, discover } from "./discover.ts";
import { describeWithNotes, formatDrift } from "./format-drift.ts";
import { parseOptions, USAGE } from "./options.ts";
import { pull } from "./pull.ts";

/**
 * Runs the command line and returns the exit code: 0 success or nothing to do, 1 bad input or (with --check) something to pull,
 * 2 an invalid command line. `specs` is the folder that is refreshed unless `--specs` names another.
 */
export async function main(args: readonly string[], specs: string, output: Output): Promise<number> {
  try {
    const options = parseOptions(args, specs);
    if (options.help) {
      printText(USAGE, output.log);
      return 0;
    }
    const { check, format } = options;
    if (options.discover) {
      const documents = await discover(options.origin, VERSION_LIST, options.timeoutMs);
      for (const document of documents) output.log(describeDocument(document));
      if (documents.length === 0) output.log("the index names no OpenAPI document");
      return 0;
    }
    await finishJournal(join(options.specs, ".."), output.error);
    const plans = await pull(options);
    for (const plan of plans) {
      const lines = check ? formatDrift(plan, options) : describeWithNotes(plan, "replaced by");
      const print = (format === "github" ? output.command : undefined) ?? output.log;
      for (const line of lines) print(line);
    }
    const changed = plans.filter(({ isChange }) => isChange).map(({ version }) => version);
    if (changed.length === 0) return 0;
    if (format === "text") {
      output.log(`${check ? "run `pnpm specs:pull` to take over" : "run `pnpm codegen` for"} ${changed.join(", ")}`);
    }
    return check ? 1 : 0;
  } catch (error) {
    const code = reportFailure("specs:pull", error, output);
    if (code === 2) printText(`\n${USAGE}`, output.error);
    return code;
  }
}
