import { join } from "node:path";
import { packageFolder } from "../shared/version-names.ts";
import { checkSpecs, type Lint } from "./check-specs.ts";
import { generatePackage, type PackageFiles } from "./generate-package.ts";
import { comparePackage } from "./package/compare-package.ts";
import { writePackage } from "./package/write-package.ts";

/** A file that was written, or would have to be. */
export interface ChangedFile {
  /** Path below the repository root. */
  readonly file: string;
  readonly state: "missing" | "different" | "left over";
}

/** The result of generating packages. */
export interface GeneratedPackages {
  readonly changed: readonly ChangedFile[];
  readonly notes: readonly string[];
}

/**
 * check as `specs:check` does → generate, for the given versions. Nothing is written before every document has passed the checks
 * and every package is there.
 *
 * @returns the files that were not up to date, and notes about names
 * @throws {CodegenError} with everything that is wrong about the input
 */
export async function codegen(
  root: string,
  versions: readonly string[],
  lint: Lint,
  write: boolean,
): Promise<GeneratedPackages> {
  const { docs, versions: loaded, notes } = await checkSpecs(root, versions, lint);
  const packages: [version: string, files: PackageFiles][] = [];
  for (const version of loaded) packages.push([version.version, await generatePackage({ ...version, docs })]);
  const changed: ChangedFile[] = [];
  for (const [version, files] of packages) changed.push(...(await update(root, packageFolder(version), files, write)));
  return { changed, notes };
}

async function update(root: string, folder: string, files: PackageFiles, write: boolean): Promise<ChangedFile[]> {
  const stale = await comparePackage(join(root, folder), files);
  if (write) await writePackage(join(root, folder), files, stale);
  return stale.map(({ file, state }) => ({ file: `${folder}/${file}`, state }));
}
