import { type Output, printText, reportFailure } from "../../shared/command-line.ts";
import { parseOptions, USAGE } from "./options.ts";
import type { Progress } from "./progress.ts";
import { pull } from "./pull.ts";
import { reportDone, reportPlanned } from "./report.ts";

/**
 * Runs the command line and returns the exit code: 0 done or nothing to do, 1 bad input or (with --check) something to pull,
 * 2 a command line that nobody understands. `specs` is the folder that is refreshed unless another is named.
 */
export async function main(
  args: readonly string[],
  specs: string,
  output: Output,
  progress: Progress,
): Promise<number> {
  try {
    const options = parseOptions(args, specs);
    if (options.help) {
      printText(USAGE, output.log);
      return 0;
    }
    const { check, ...rest } = options;
    const plans = await pull({ ...rest, write: !check, onProgress: progress.show }).finally(progress.clear);
    for (const line of check ? reportPlanned(plans) : reportDone(plans)) output.log(line);
    return check && plans.some(({ isChange }) => isChange) ? 1 : 0;
  } catch (error) {
    const code = reportFailure("specs:pull", error, output);
    if (code === 2) printText(`\n${USAGE}`, output.error);
    return code;
  }
}
