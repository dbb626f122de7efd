import { packageFolder } from "../shared/version-names.ts";
import { checkSpecs, type Lint } from "./check-specs.ts";
import { generatePackage, type PackageFiles } from "./generate-package.ts";
import { type ChangedFile, updateFolder } from "./package/update-folder.ts";

/**
 * check as `specs:check` does → generate, for the given versions. Nothing is written before every document has passed the checks
 * and every package is there.
 *
 * @returns the stale files
 * @throws {CodegenError} listing every problem of the input
 */
export async function codegen(
  root: string,
  versions: readonly string[],
  lint: Lint,
  write: boolean,
): Promise<ChangedFile[]> {
  const { names, docs, versions: loaded } = await checkSpecs(root, versions, lint);
  const packages: [version: string, files: PackageFiles][] = [];
  for (const version of loaded) packages.push([version.version, await generatePackage({ ...version, names, docs })]);
  const changed: ChangedFile[] = [];
  for (const [version, files] of packages) {
    changed.push(...(await updateFolder(files, { root, folder: packageFolder(version), write, owned: ["src"] })));
  }
  return changed.sort((a, b) => (a.file < b.file ? -1 : 1));
}
