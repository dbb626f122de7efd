import { basename, join } from "node:path";
import { readChangesets } from "@changesets/read";
import { asString } from "@nectar-sdk/openapi/document";
import { listPublished, readManifest } from "../../shared/read-manifest.ts";
import { versionPackages } from "../version/version-packages.ts";
import { copyRepository } from "./copy-repository.ts";

/**
 * Packs every published package in the version that its changesets give it, as the next release will. The repository does not change.
 *
 * @param folder where the tarballs go
 * @returns the tarballs by the name of the package
 */
export async function packNextRelease(folder: string): Promise<ReadonlyMap<string, string>> {
  await using copy = await copyRepository();
  await copy.install();
  const changesets = await readChangesets(copy.root);
  // Without one, the versions of the manifests are the next release.
  if (changesets.some(({ id }) => !id.startsWith("pre/"))) {
    await versionPackages({ root: copy.root, pnpm: (...args) => copy.pnpm(...args) });
  }
  const tarballs = new Map<string, string>();
  for (const published of await listPublished(copy.root)) {
    const { name } = await readManifest(join(copy.root, published));
    const file = join(folder, `${basename(published)}.tgz`);
    await copy.pnpm("--dir", published, "pack", "--out", file);
    tarballs.set(asString(name, published), file);
  }
  return tarballs;
}
