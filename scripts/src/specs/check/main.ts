import { checkSpecs, type Lint } from "../../codegen/check-specs.ts";
import { CodegenError, type Problem, problemLine, within } from "../../codegen/problem.ts";
import { messageOf, type Output } from "../../shared/command-line.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { checkExamples } from "./check-examples.ts";

/** Runs the command and returns the exit code: 0 no problem, 1 a line for each problem, 2 a file could not be read. */
export async function main(
  root: string,
  output: Output,
  lint: Lint,
  versions: readonly string[] = VERSIONS,
): Promise<number> {
  try {
    const problems = await findProblems(root, versions, lint);
    for (const problem of problems) output.error(problemLine(problem));
    output.log(`specs:check: ${versions.length} documents, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    output.error(`specs:check: ${messageOf(error)}`);
    return 2;
  }
}

/** Lists every problem; checks the examples only once the documents are valid. */
async function findProblems(root: string, versions: readonly string[], lint: Lint): Promise<readonly Problem[]> {
  try {
    const checked = await checkSpecs(root, versions, lint);
    return checked.versions.flatMap(({ version, document }) => within(version, checkExamples(document)));
  } catch (error) {
    if (error instanceof CodegenError) return error.problems;
    throw error;
  }
}
