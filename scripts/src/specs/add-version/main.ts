import type { Lint } from "../../codegen/check-specs.ts";
import { messageOf, type Output, printText } from "../../shared/command-line.ts";
import { finishJournal, replaceFiles } from "../../shared/journal.ts";
import { readVersions } from "../../shared/versions.ts";
import { parseOptions, USAGE } from "./options.ts";
import { planVersion } from "./plan-version.ts";

/** Runs the command line and returns the exit code: 0 success, 2 invalid input, in which case it writes nothing. */
export async function main(args: readonly string[], root: string, output: Output, lint: Lint): Promise<number> {
  try {
    await finishJournal(root, output.error);
    const options = parseOptions(args, await readVersions(`${root}/specs`));
    if (options.help) {
      printText(USAGE, output.log);
      return 0;
    }
    const { files, reviews } = await planVersion(root, options.version, options.from, lint);
    await replaceFiles(root, files);
    output.log(`${options.version}: ${files.length} files written; run \`pnpm install\``);
    output.log("Left to you:");
    for (const { file, task } of reviews) output.log(`  ${file}: ${task}`);
    return 0;
  } catch (error) {
    output.error(`specs:add-version: ${messageOf(error).replaceAll(/\s*\n\s*/g, "; ")}`);
    return 2;
  }
}
