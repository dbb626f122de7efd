import { join } from "node:path";
import { messageOf, printText } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import type { Version } from "../../shared/versions.ts";
import { parseOptions, USAGE } from "./options.ts";
import { abortOnInterrupt, runCommand } from "./run-command.ts";

const root = join(import.meta.dirname, "../../../..");

/** Generates, builds, and runs the example against a mock server. */
async function quickstart(version: Version, signal: AbortSignal): Promise<void> {
  printText(`Nectar SDK quickstart, API ${version}\n`, terminal.log);
  const turbo = join(root, "node_modules/.bin/turbo");
  await runCommand(turbo, ["run", "build", "--output-logs=errors-only"], { cwd: root, signal, show: false });
  terminal.log("✔ Packages generated and built");

  const program = { cwd: join(root, "examples/quickstart"), signal, show: true };
  await runCommand(process.execPath, [join("src", "with-mock.ts"), version], program);
  printText("\nThe program that ran: examples/quickstart/src/quickstart.ts", terminal.log);
}

const signal = abortOnInterrupt();

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) printText(USAGE, terminal.log);
  else await quickstart(options.version, signal);
} catch (error) {
  if (signal.aborted) {
    printText("\nStopped.", terminal.error);
    process.exitCode = 130;
  } else {
    printText(`quickstart: ${messageOf(error)}`, terminal.error);
    process.exitCode = 1;
  }
}
