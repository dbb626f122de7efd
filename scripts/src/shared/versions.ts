/** The API versions, oldest first. */
export const VERSIONS = ["v2.0", "v2.1", "v2.2"] as const;

export type Version = (typeof VERSIONS)[number];

/** The version that a user means, with or without its `v`; throws with the ones there are. */
export function parseVersion(text: string): Version {
  const version = VERSIONS.find((known) => known === text || known === `v${text}`);
  if (version === undefined) throw new Error(`--version ${text}: there is ${VERSIONS.join(", ")}`);
  return version;
}
