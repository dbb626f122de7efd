import { UsageError } from "../../shared/command-line.ts";
import type { Git } from "./git.ts";

/** The commit of a branch that packages are compared with before their first release. */
const UNRELEASED = "origin/main";

/**
 * Finds the commit with the last release of a package: its newest release tag, such as `@nectar-sdk/client@1.0.0`, or the commit that last
 * wrote its changelog if that is newer, since a version is tagged only once it is published. Before the first release: `origin/main`.
 *
 * @param folder of the package below the root
 * @throws {UsageError} when there is no such commit
 */
export async function findBaseline(git: Git, packageName: string, folder: string): Promise<string> {
  const tag = await git.findTag(`${packageName}@*`);
  const versioned = await git.findLastChange(`${folder}/CHANGELOG.md`);
  if (tag === undefined && versioned === undefined) return resolveReference(git, UNRELEASED);
  if (tag === undefined || versioned === undefined) return tag ?? versioned ?? UNRELEASED;
  return (await git.isAncestor(tag, versioned)) ? versioned : tag;
}

/**
 * Returns a reference that a user names.
 *
 * @throws {UsageError} when git doesn't know it
 */
export async function resolveReference(git: Git, reference: string): Promise<string> {
  const commit = await git.findCommit(reference);
  if (commit === undefined) {
    throw new UsageError(`${reference} is not a commit of this repository: fetch it, or name another with --since`);
  }
  return commit;
}
