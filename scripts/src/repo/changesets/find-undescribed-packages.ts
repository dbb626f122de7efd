/** A published package and its files that differ from its latest release. */
export interface ChangedPackage {
  readonly name: string;
  /** Below the package's folder; every file of a package that was never released. */
  readonly changedFiles: readonly string[];
}

/** Files that users of a package cannot see. `package.json` counts where a published field of it changed. */
const INVISIBLE: readonly RegExp[] = [
  /^(test|drills)\//,
  /\.test\.ts$/,
  /^(vitest|tsconfig)\b.*\.(ts|json)$/,
  /^\.size-limit\.json$/,
  /^CHANGELOG\.md$/,
];

/** Finds the packages with a change that users can see and that no changeset names. */
export function findUndescribedPackages(
  packages: readonly ChangedPackage[],
  described: ReadonlySet<string>,
): ChangedPackage[] {
  return packages
    .map(({ name, changedFiles }) => ({ name, changedFiles: changedFiles.filter(isVisible) }))
    .filter(({ name, changedFiles }) => changedFiles.length > 0 && !described.has(name));
}

function isVisible(file: string): boolean {
  return !INVISIBLE.some((pattern) => pattern.test(file));
}
