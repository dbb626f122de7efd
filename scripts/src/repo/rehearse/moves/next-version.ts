import type { Bump } from "../../spec-changeset/describe-changes.ts";

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-next\.(\d+))?$/;

/**
 * Returns the version that a release gives a package, as changesets counts.
 *
 * In prereleases, every release counts up `next.n` as long as the version in front of it is far enough from the last stable one. So it tells
 * that a package moved, but not by how much.
 *
 * @throws {Error} for a version that is neither stable nor a prerelease with the tag `next`
 */
export function nextVersion(version: string, bump: Bump, isPrerelease: boolean): string {
  const [, major, minor, patch, next] = VERSION.exec(version) ?? [];
  if (major === undefined) throw new Error(`${version}: expected a version such as 1.2.3 or 1.2.3-next.0`);
  const numbers: Numbers = [Number(major), Number(minor), Number(patch)];
  const isEnough = next !== undefined && covers(numbers, bump);
  const stable = (isEnough ? numbers : increase(numbers, bump)).join(".");
  if (!isPrerelease) return stable;
  return `${stable}-next.${isEnough ? Number(next) + 1 : 0}`;
}

type Numbers = readonly [major: number, minor: number, patch: number];

function covers([, minor, patch]: Numbers, bump: Bump): boolean {
  if (bump === "major") return minor === 0 && patch === 0;
  return bump === "patch" || patch === 0;
}

function increase([major, minor, patch]: Numbers, bump: Bump): Numbers {
  if (bump === "major") return [major + 1, 0, 0];
  return bump === "minor" ? [major, minor + 1, 0] : [major, minor, patch + 1];
}
