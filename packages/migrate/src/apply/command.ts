import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { groupBy } from "@nectar-sdk/openapi/document";
import { analyseProjects, loadMigration } from "../changes/analyse.ts";
import { listMarks } from "../marks/marks.ts";
import type { ApiHistory } from "../project/api-history.ts";
import type { Command, Output } from "../shared/command.ts";
import { matchGlob } from "../shared/glob.ts";
import { PROJECT_OPTIONS, parseCommandLine, parseVersions } from "../shared/migration-options.ts";
import { type Plan, type PlannedFile, planFiles } from "./plan-files.ts";
import { findWorkingTree, requireCleanTree, requireOwnFiles } from "./working-tree.ts";
import { type OnStep, recover, writeFiles } from "./write-files.ts";

const HELP = `Usage: nectar-migrate apply --from v2.0 --to v2.2 [-p tsconfig.json]... [--only GLOB] [--dry-run] [--force]

Edits the project for the new version: names of packages, versions, renamed parameters and paths, and package.json. Leaves a comment
\`FIXME(nectar-migrate <id>)\` where a person has to decide.

  --from <version>    version that the project uses
  --to <version>      version to move to
  -p, --project <p>   tsconfig, or its folder; several are allowed (default: tsconfig.json of this folder); references are followed
  --only <glob>       edit only files that match; both versions stay in package.json as long as code needs them
  --dry-run           print the edits and write nothing
  --force             edit outside git, or with uncommitted changes

Exit code 0: nothing is left to do; 1: comments or errors are left, or edits with --dry-run; 2: the command failed, and no file changed.`;

/** Creates `nectar-migrate apply` for an API; tests end the process at a step. */
export function createApply(history: ApiHistory, onStep?: OnStep): Command {
  return {
    help: HELP,
    run: async (args, { cwd, output }) => {
      const values = parseCommandLine(args, {
        ...PROJECT_OPTIONS,
        "dry-run": { type: "boolean", default: false },
        force: { type: "boolean", default: false },
      });
      const [from, to] = parseVersions(values, history.versions);
      const tree = findWorkingTree(cwd);
      if (!values["dry-run"]) {
        recover(tree.journal);
        if (!values.force) requireCleanTree(tree);
      }
      const migration = loadMigration(history, from, to, tree.root);
      const matches = values.only === undefined ? () => true : matchGlob(values.only);
      const projects = [...analyseProjects(migration, tree.root, values.project ?? [])];
      const plan = planFiles(projects, migration, tree.root, (file) => matches(toRelative(tree.root, file)));
      requireOwnFiles(
        tree,
        plan.files.map(({ file }) => file),
        values.force || values["dry-run"],
      );
      for (const file of plan.files) printFile(output, tree.root, file, values["dry-run"]);
      if (!values["dry-run"] && plan.files.length > 0) writeFiles(plan.files, tree.journal, onStep);
      return printSummary(output, tree.root, plan, values["dry-run"]);
    },
  };
}

function printFile(
  { log }: Output,
  root: string,
  { file, before, edits, marks }: PlannedFile,
  isVerbose: boolean,
): void {
  const path = toRelative(root, file);
  log(`${path}: ${edits.length} edit${edits.length === 1 ? "" : "s"}, ${marks} comment${marks === 1 ? "" : "s"}`);
  if (!isVerbose) return;
  for (const { start, end, text } of edits) {
    const line = before.slice(0, start).split("\n").length;
    log(`  ${path}:${line}: ${before.slice(start, end).trim()} → ${text.trim()}`);
  }
}

function printSummary({ log }: Output, root: string, plan: Plan, isDryRun: boolean): number {
  const { files, errorsLeft, generated, unreadable, notes, errorsBefore, ownErrorsBefore } = plan;
  for (const file of generated) log(`${toRelative(root, file)} is generated, so it was not edited: run its generator`);
  for (const file of unreadable) log(`${toRelative(root, file)} is not UTF-8, so it was not edited`);
  for (const { file, text } of notes) log(`${toRelative(root, file)} ${text}, so change it by hand`);
  for (const { file, line, column, why } of ownErrorsBefore) {
    log(`${toRelative(root, file)}:${line}:${column} did not compile before: ${why}`);
  }
  if (errorsBefore > 0)
    log(`${errorsBefore} errors without any change, ${ownErrorsBefore.length} of them about the API`);
  const applied = files.reduce((sum, { edits }) => sum + edits.length, 0);
  const placed = isDryRun ? files.reduce((sum, { marks }) => sum + marks, 0) : 0;
  const marked = placed + listMarks(root).filter(({ isAcknowledged }) => !isAcknowledged).length;
  const rules = groupBy(errorsLeft, ({ rule }) => rule);
  const byRule = [...rules].map(([rule, findings]) => `${rule} ${findings.length}`).join(", ");
  log(`applied ${applied}, marked ${marked}, ${errorsLeft.length} errors left${byRule === "" ? "" : `: ${byRule}`}`);
  const hasManifest = files.some(({ file }) => /(package\.json|pnpm-workspace\.yaml)$/.test(file));
  if (hasManifest) log(`Install the new version: ${findInstallCommand(root)}`);
  const isDone = marked === 0 && errorsLeft.length === 0 && notes.length === 0;
  return isDone && !(isDryRun && applied > 0) ? 0 : 1;
}

const INSTALLERS: readonly (readonly [string, string])[] = [
  ["pnpm-lock.yaml", "pnpm install"],
  ["pnpm-workspace.yaml", "pnpm install"],
  ["yarn.lock", "yarn install"],
  ["bun.lock", "bun install"],
];

function findInstallCommand(root: string): string {
  return INSTALLERS.find(([file]) => existsSync(join(root, file)))?.[1] ?? "npm install";
}

function toRelative(root: string, file: string): string {
  return relative(root, file).replaceAll("\\", "/");
}
