import { packageFolder } from "../shared/version-names.ts";
import { type CheckedVersion, checkSpecs, type Lint } from "./check-specs.ts";
import { generatePackage, type PackageFiles } from "./generate-package.ts";
import { type GeneratedFile, updateFolder } from "./package/update-folder.ts";

/** The result of generating packages. */
export interface GeneratedPackages {
  readonly versions: readonly CheckedVersion[];
  /** Every file, with its state before. */
  readonly files: readonly GeneratedFile[];
  readonly notes: readonly string[];
}

/**
 * check as `specs:check` does → generate, for the given versions. Nothing is written before every document has passed the checks
 * and every package is there.
 *
 * @returns the files, and notes about names
 * @throws {CodegenError} listing every problem of the input
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
  const updated: GeneratedFile[] = [];
  for (const [version, files] of packages) {
    updated.push(...(await updateFolder(files, { root, folder: packageFolder(version), write, owned: ["src"] })));
  }
  return { files: updated.sort((a, b) => (a.file < b.file ? -1 : 1)), versions: loaded, notes };
}
