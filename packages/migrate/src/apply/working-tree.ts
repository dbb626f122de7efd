import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { UsageError } from "../shared/usage-error.ts";
import { readOwnContent } from "./write-files.ts";

/** The folder of a run, and where it keeps its journal. */
export interface WorkingTree {
  readonly root: string;
  readonly journal: string;
  readonly isGit: boolean;
}

/** Finds the working tree of a folder; outside git the journal lies with the caches of the project. */
export function findWorkingTree(cwd: string): WorkingTree {
  const root = realpathSync(cwd);
  const path = runGit(root, "rev-parse", "--git-path", "nectar-migrate/journal.json")?.trim();
  if (path === undefined) {
    return { root, journal: join(root, "node_modules/.cache/nectar-migrate/journal.json"), isGit: false };
  }
  return { root, journal: resolve(root, path), isGit: true };
}

/**
 * Makes sure that the user can undo the edits.
 *
 * @throws {UsageError} outside git, or when the tree has changes that this command did not write
 */
export function requireCleanTree({ root, journal, isGit }: WorkingTree): void {
  if (!isGit) throw new UsageError("this folder is not in a git repository, so edits can't be undone: pass --force");
  const top = runGit(root, "rev-parse", "--show-toplevel")?.trim() ?? root;
  const entries = (runGit(root, "status", "--porcelain", "-z", "--untracked-files=no", "--", ".") ?? "").split("\0");
  const changed = entries.filter((entry) => /^.. /.test(entry)).map((entry) => join(top, entry.slice(3)));
  const isOwn = readOwnContent(journal);
  const foreign = changed.filter((file) => !isOwn(file));
  if (foreign.length === 0) return;
  const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : "";
  throw new UsageError(
    `uncommitted changes in ${relative(root, foreign[0] ?? "")}${more}: commit or stash them first, or pass --force`,
  );
}

/**
 * Makes sure that git has every file, and that none lies outside the folder, also by a link.
 *
 * @throws {UsageError} otherwise
 */
export function requireOwnFiles(
  { root, isGit, journal }: WorkingTree,
  files: readonly string[],
  isForced: boolean,
): void {
  const outside = files.find((file) => isOutside(relative(root, realpathSync(file))));
  if (outside !== undefined) {
    throw new UsageError(
      `${outside} is outside ${root}: run the command in a folder that contains both, or pass --only`,
    );
  }
  if (isForced || !isGit || files.length === 0) return;
  const listed = runGit(root, "ls-files", "-z", "--others", "--", ...files.map((file) => relative(root, file))) ?? "";
  const isOwn = readOwnContent(journal);
  const untracked = listed.split("\0").filter((file) => file !== "" && !isOwn(join(root, file)));
  if (untracked.length > 0)
    throw new UsageError(`${untracked[0]} is not in git: add and commit it first, or pass --force`);
}

function isOutside(path: string): boolean {
  return path.startsWith("..") || isAbsolute(path);
}

/** Bytes of `git status` in a very large repository. */
const LARGEST_OUTPUT = 2 ** 28;

function runGit(cwd: string, ...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: LARGEST_OUTPUT,
    });
  } catch {
    return undefined;
  }
}
