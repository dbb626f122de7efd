import { checkSpecs, type Lint } from "../../codegen/check-specs.ts";
import { CodegenError, problemLine } from "../../codegen/problem.ts";
import { messageOf, type Output } from "../../shared/command-line.ts";
import { VERSIONS } from "../../shared/versions.ts";

/** Runs the command and returns the exit code: 0 nothing to say, 1 a line for each problem, 2 something could not be read. */
export async function main(
  root: string,
  output: Output,
  lint: Lint,
  versions: readonly string[] = VERSIONS,
): Promise<number> {
  try {
    const problems = await checkSpecs(root, versions, lint).then(() => [], problemsOf);
    for (const problem of problems) output.error(problemLine(problem));
    output.log(`specs:check: ${versions.length} documents, ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    output.error(`specs:check: ${messageOf(error)}`);
    return 2;
  }
}

function problemsOf(error: unknown): CodegenError["problems"] {
  if (error instanceof CodegenError) return error.problems;
  throw error;
}
