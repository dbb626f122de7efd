import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { redoclyLint } from "../../codegen/lint/redocly-lint.ts";
import { parseCommandLine, printText, reportFailure, UsageError } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { parseVersion, VERSIONS } from "../../shared/versions.ts";
import { todayUtc } from "../../specs/lock/spec-lock.ts";
import { propose, writeProposal } from "./propose.ts";
import { publishDrift } from "./publish-drift.ts";
import { readOutcome } from "./read-outcome.ts";
import { runGh } from "./run-gh.ts";

const USAGE = `Usage: pnpm specs:drift list | propose --version <v> [--from <folder or URL>] [--out <folder>] | publish --version <v> [--out <folder>]

The steps of the workflow specs.yml.

  list            print the versions as JSON
  propose         pull a version and land it in the working tree; write outcome.json and report.md; exit with 1 if its source is unwell
  publish         commit changes.patch, push it, and show the outcome on GitHub, with git and gh; exit with 1 if the source is unwell
  --version <v>   one of: ${VERSIONS.join(", ")}
  --from          as for pnpm specs:pull
  --out <folder>  drift by default
  --help          this text`;

const root = join(import.meta.dirname, "../../../..");

/** Replaces the branch: it is the main branch with the patch of the job that proposed it. */
async function push(branch: string, title: string, patch: string): Promise<void> {
  const author = ["-c", "user.name=specs", "-c", "user.email=specs@users.noreply.github.com"];
  const git = (...args: readonly string[]) => promisify(execFile)("git", [...args], { cwd: root });
  await git("apply", "--index", resolve(patch));
  await git(...author, "commit", "--quiet", "--no-verify", "--message", title);
  await git("push", "--quiet", "--force", "origin", `HEAD:refs/heads/${branch}`);
}

try {
  const { values, positionals } = parseCommandLine(
    process.argv.slice(2),
    {
      version: { type: "string" },
      from: { type: "string" },
      out: { type: "string", default: "drift" },
      help: { type: "boolean", short: "h", default: false },
    },
    true,
  );
  const [command] = positionals;
  if (values.help) printText(USAGE, terminal.log);
  else if (command === "list") terminal.log(JSON.stringify(VERSIONS));
  else if (values.version === undefined) throw new UsageError(`pass --version\n${USAGE}`);
  else if (command === "propose") {
    const version = parseVersion(values.version);
    const proposal = await propose({ root, version, from: values.from, lint: redoclyLint });
    await writeProposal(values.out, proposal);
    const { outcome } = proposal;
    const told = { unchanged: "unchanged", unwell: "its source is unwell", changed: "changed" }[outcome.kind];
    terminal.log(`${version}: ${told}${outcome.kind === "changed" ? `: ${outcome.pullRequest.title}` : ""}`);
    if (outcome.kind === "unwell") printText(outcome.reason, terminal.error);
    if (outcome.kind === "unwell") process.exitCode = 1;
  } else if (command === "publish") {
    const version = parseVersion(values.version);
    const outcome = readOutcome(await readFile(join(values.out, "outcome.json"), "utf8"), version);
    process.exitCode = await publishDrift({
      ...{ version, outcome, gh: runGh, today: todayUtc() },
      push: (branch, title) => push(branch, title, join(values.out, "changes.patch")),
    });
  } else throw new UsageError(`unknown command: ${command ?? "none"}\n${USAGE}`);
} catch (error) {
  process.exitCode = reportFailure("specs:drift", error, terminal);
}
