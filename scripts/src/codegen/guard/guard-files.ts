import type { PackageFiles } from "../generate-package.ts";
import { CodegenError } from "../problem.ts";
import { checkSource } from "./check-source.ts";

/** Constants by the name of the module that exports them; all other modules hold types alone. */
export type ModuleValues = Readonly<Record<string, readonly string[]>>;

/**
 * Hands the files of a package on if every module among them holds types and the given constants. What is no module of `src`, such as a
 * test, is the same for every document.
 *
 * @throws {CodegenError} naming file and line of each statement that does not belong there
 */
export function guardFiles(files: PackageFiles, values: ModuleValues): PackageFiles {
  const problems = [...files].flatMap(([file, source]) =>
    file.startsWith("src/") && file.endsWith(".ts") ? checkSource(file, source, values[file] ?? []) : [],
  );
  if (problems.length > 0) throw new CodegenError(problems);
  return files;
}
