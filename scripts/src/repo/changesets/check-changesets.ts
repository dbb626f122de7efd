import { relative } from "node:path";
import { assembleReleasePlan } from "@changesets/assemble-release-plan";
import { readConfig } from "@changesets/config";
import { readPreState } from "@changesets/pre";
import { readChangesets } from "@changesets/read";
import { getPackages } from "@manypkg/get-packages";
import { findUndescribedPackages } from "./find-undescribed-packages.ts";
import { listChangesSinceRelease } from "./list-changes-since-release.ts";
import { readPending } from "./read-pending.ts";

/** The state of the changesets of a repository. */
export interface ChangesetStatus {
  /** Name and next version of each package of the next release. */
  readonly releases: readonly string[];
  /** One line for each changed package that no changeset names. */
  readonly problems: readonly string[];
}

/**
 * Reads the changesets as `changeset status` does, and finds the published packages that changed without one. Unlike that command it needs
 * no base branch, so the result is the same in every clone.
 *
 * @throws {Error} when a changeset cannot be parsed or names a package that does not exist, or the configuration is invalid
 */
export async function checkChangesets(root: string): Promise<ChangesetStatus> {
  const packages = await getPackages(root);
  const { config, errors } = await readConfig(root, packages);
  if (config === undefined) throw new Error(`.changeset/config.json: ${errors.join("; ")}`);
  const pending = await readPending(root, new Set(packages.packages.map(({ packageJson }) => packageJson.name)));
  const changesets = await readChangesets(root);
  const plan = assembleReleasePlan(changesets, packages, config, await readPreState(root));

  const published = packages.packages.filter(({ packageJson }) => packageJson.private !== true);
  const changed = await Promise.all(
    published.map(async ({ packageJson, dir }) => ({
      name: packageJson.name,
      changedFiles: await listChangesSinceRelease(root, relative(root, dir)),
    })),
  );
  // Those of earlier prereleases describe no new change.
  const described = new Set(pending.flatMap(({ releases }) => releases.map(({ name }) => name)));
  return {
    releases: plan.releases
      .filter(({ type }) => type !== "none")
      .map(({ name, newVersion }) => `${name}@${newVersion}`)
      .sort(),
    problems: findUndescribedPackages(changed, described).map(
      ({ name, changedFiles: [first, ...others] }) =>
        `${name} changed without a changeset (${first}${others.length > 0 ? ` and ${others.length} more` : ""}): ` +
        "run `pnpm changeset`; if users see no difference, choose the type `none` in the file",
    ),
  };
}
