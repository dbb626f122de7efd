/** Fields of a manifest that only this repository can use: its scripts name files that no package contains. */
const PRIVATE = ["scripts", "devDependencies"];

export const hooks = {
  /** Strips the manifest that `pnpm pack` and `pnpm publish` put into a tarball. */
  beforePacking: (manifest) => Object.fromEntries(Object.entries(manifest).filter(([key]) => !PRIVATE.includes(key))),
};
