import { join } from "node:path";
import type { Version } from "../shared/versions.ts";
import { parseOptions, USAGE } from "./options.ts";
import { runCommand } from "./run-command.ts";

const root = join(import.meta.dirname, "../../..");

/** Generates, builds, and runs the example against a mock server. */
async function quickstart(version: Version, signal: AbortSignal): Promise<void> {
  console.log(`Nectar SDK quickstart, API ${version}\n`);
  const turbo = join(root, "node_modules/.bin/turbo");
  await runCommand(turbo, ["run", "build", "--output-logs=errors-only"], { cwd: root, signal, show: false });
  console.log("✔ Packages generated and built");

  const program = { cwd: join(root, "examples/quickstart"), signal, show: true };
  await runCommand(process.execPath, [join("src", "with-mock.ts"), version], program);
  console.log(`\nThe program that ran: examples/quickstart/src/quickstart.ts`);
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interrupted.abort());

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await quickstart(options.version, interrupted.signal);
} catch (error) {
  if (interrupted.signal.aborted) {
    console.error("\nStopped.");
    process.exitCode = 130;
  } else {
    console.error(`quickstart: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
