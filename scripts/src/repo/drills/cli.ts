import { join } from "node:path";
import process from "node:process";
import { parseCommandLine, reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { abortOnInterrupt, runCommand } from "../quickstart/run-command.ts";

const root = join(import.meta.dirname, "../../../..");

// `pnpm drills [--only] [--full]`: without building, and with every case instead of a sample.
try {
  const { only, full } = parseCommandLine(process.argv.slice(2), {
    only: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
  }).values;
  await runCommand(
    join(root, "node_modules/.bin/turbo"),
    ["run", "drills", "--concurrency=1", ...(only ? ["--only"] : [])],
    { cwd: root, signal: abortOnInterrupt(), env: full ? { NECTAR_DRILLS: "full" } : {}, show: true },
  );
} catch (error) {
  process.exitCode = reportFailure("drills", error, terminal);
}
