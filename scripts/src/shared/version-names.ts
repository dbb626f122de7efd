/** An API version as this repository writes it: `v2.1`. */
export const VERSION_PATTERN: RegExp = /^v(\d+)\.(\d+)$/;

/** Name of the version's value: `v2_1`. */
export function versionIdentifier(version: string): string {
  return version.replaceAll(".", "_");
}

/** Folder of the version's package below the repository root. */
export function packageFolder(version: string): string {
  return `packages/api-${version}`;
}

/** Name of the version's package. */
export function packageName(version: string): string {
  return `@nectar-sdk/api-${version}`;
}

/** Matches the name of a version's package. Numbers below 1 belong to the invented API of the tests. */
export const VERSION_PACKAGE: RegExp = /^@nectar-sdk\/api-v[1-9]\d*\.\d+$/;
