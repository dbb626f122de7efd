import { rm } from "node:fs/promises";
import { join } from "node:path";
import { getPackages } from "@manypkg/get-packages";
import { type Output, parseCommandLine, printText, reportFailure } from "../../shared/command-line.ts";
import { finishJournal } from "../../shared/journal.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { writeFiles } from "../../shared/write-files.ts";
import { DECISIONS_FILE, findUnmatched, parseReasons } from "../../specs/decisions/reasons.ts";
import { readPending } from "../changesets/read-pending.ts";
import { changesetName, formatChangeset, readWords } from "./changeset-file.ts";
import { findUnderstated } from "./find-understated.ts";
import { openGit } from "./git.ts";
import { listPackageChanges, type PackageChange } from "./list-package-changes.ts";

const USAGE = `Usage: pnpm specs:changeset [--since <commit>] [--check]

Writes one changeset for each package whose document differs from that of its last release: .changeset/spec-v2.2.md. A second run writes
the same file again, keeps the words below its marker, and deletes it once nothing differs.

  --since <commit>  compare with this commit; by default with the last release of each package, or with origin/main before the first
  --check           change nothing; exit with 1 if the changesets of a package say less than its document, or if a reason in
                    specs/decisions.yaml is for no breaking change of the next release
  --help            this text`;

/** Runs the command line and returns the exit code: 0 success, 1 (with --check) changesets that say too little, 2 bad input. */
export async function main(args: readonly string[], root: string, output: Output): Promise<number> {
  try {
    const { values } = parseCommandLine(args, {
      since: { type: "string" },
      check: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    });
    if (values.help) {
      printText(USAGE, output.log);
      return 0;
    }
    await finishJournal(root, output.error);
    const changes = await listPackageChanges(root, openGit(root), values.since);
    if (values.check) return await check(root, changes, output);
    for (const change of changes) await writeChangeset(root, change, output);
    return 0;
  } catch (error) {
    return Math.max(2, reportFailure("specs:changeset", error, output));
  }
}

async function writeChangeset(root: string, { packageName, change }: PackageChange, output: Output): Promise<void> {
  const file = `.changeset/${changesetName(packageName)}`;
  const path = join(root, file);
  const before = await readIfExists(path);
  const words = before === undefined ? "" : readWords(before, file);
  if (change === undefined) {
    if (before === undefined) return;
    await rm(path);
    output.log(`${file}: deleted, ${packageName} does not differ from its last release`);
    if (words !== "") printText(`Its own words were:\n${words}`, output.log);
    return;
  }
  const content = formatChangeset(packageName, change, words);
  if (content === before) {
    output.log(`${file}: up to date, ${change.bump}`);
    return;
  }
  await writeFiles([{ path, content }]);
  output.log(`${file}: ${change.bump}, ${change.lines.length} ${change.lines.length === 1 ? "line" : "lines"}`);
}

async function check(root: string, changes: readonly PackageChange[], output: Output): Promise<number> {
  const pending = await readPending(root, await listNames(root));
  const problems = [...findUnderstated(changes, pending), ...(await findUnmatchedReasons(root, changes))];
  for (const problem of problems) output.error(`specs:changeset: ${problem}`);
  if (problems.length === 0) output.log("The changesets say what the documents say, or more");
  return problems.length === 0 ? 0 : 1;
}

/** A reason for a change that the next release does not contain is out of date, or has a mistyped id. */
async function findUnmatchedReasons(root: string, changes: readonly PackageChange[]): Promise<string[]> {
  const reasons = parseReasons(await readIfExists(join(root, "specs", DECISIONS_FILE)));
  const breaking = changes.flatMap(({ change }) => (change?.bump === "major" ? change.ids : []));
  return findUnmatched(reasons, breaking).map(
    (id) => `specs/${DECISIONS_FILE}: no breaking change since the last release has the id ${id}. Correct or delete it`,
  );
}

async function listNames(root: string): Promise<ReadonlySet<string>> {
  const { packages } = await getPackages(root);
  return new Set(packages.map(({ packageJson }) => packageJson.name));
}
