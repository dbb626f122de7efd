import { join } from "node:path";
import { makeVisible } from "@nectar-sdk/openapi/document";
import type { Lint } from "../../codegen/check-specs.ts";
import { type Output, printText, reportFailure } from "../../shared/command-line.ts";
import { finishJournal, replaceFiles } from "../../shared/journal.ts";
import { formatReview } from "./format-review.ts";
import { parseOptions, USAGE } from "./options.ts";
import { planAdopt } from "./plan-adopt.ts";

/**
 * Runs the command line and returns the exit code: 0 landed, 1 bad input, or with `--strict` an open question, 2 an invalid command line.
 * It writes everything or nothing.
 */
export async function main(args: readonly string[], root: string, output: Output, lint: Lint): Promise<number> {
  try {
    const options = parseOptions(args, join(root, "specs"));
    if (options.help) {
      printText(USAGE, output.log);
      return 0;
    }
    await finishJournal(root, output.error);
    const plan = await planAdopt(root, options.pull, lint);
    const isRefused = options.strict && plan.decisions.open.length > 0;
    const writes = !options.dryRun && !isRefused;
    if (writes) await replaceFiles(root, plan.files);
    for (const line of formatReview(plan)) output.log(makeVisible(line));
    output.log(`specs:adopt: ${plan.files.length} files ${writes ? "written" : "would change"}`);
    return isRefused ? 1 : 0;
  } catch (error) {
    const code = reportFailure("specs:adopt", error, output);
    if (code === 2) printText(`\n${USAGE}`, output.error);
    return code;
  }
}
