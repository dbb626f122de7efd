import { checkSpecs, type Lint, type Warn } from "../../codegen/check-specs.ts";
import { CodegenError, type Problem, problemLine, within } from "../../codegen/problem.ts";
import { messageOf, type Output } from "../../shared/command-line.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { checkExamples } from "./check-examples.ts";

/**
 * Runs the command and returns the exit code: 0 no problem, 1 a line for each problem, 2 something could not be read. A warning
 * of the linter is printed and does not change the exit code.
 */
export async function main(
  root: string,
  output: Output,
  lint: Lint,
  versions: readonly string[] = VERSIONS,
): Promise<number> {
  const warnings: Problem[] = [];
  try {
    const problems = await findProblems(root, versions, lint, (warning) => warnings.push(warning));
    for (const warning of warnings) output.log(problemLine(warning));
    for (const problem of problems) output.error(problemLine(problem));
    const counts = [`${versions.length} documents`, `${problems.length} problems`];
    if (warnings.length > 0) counts.push(`${warnings.length} warnings`);
    output.log(`specs:check: ${counts.join(", ")}`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    output.error(`specs:check: ${messageOf(error)}`);
    return 2;
  }
}

/** Everything that is wrong; the examples are looked at once the documents are sound. */
async function findProblems(
  root: string,
  versions: readonly string[],
  lint: Lint,
  warn: Warn,
): Promise<readonly Problem[]> {
  try {
    const checked = await checkSpecs(root, versions, lint, warn);
    return checked.versions.flatMap(({ version, document }) => within(version, checkExamples(document)));
  } catch (error) {
    if (error instanceof CodegenError) return error.problems;
    throw error;
  }
}
