import { makeVisible } from "@nectar-sdk/openapi/document";

/** Something about the input that the generator cannot build on. */
export interface Problem {
  /** Where: operation id, JSON pointer or line of a file. */
  readonly at: string;
  /** Which assumption failed. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A finding of the linter. */
export interface LintFinding extends Problem {
  /** An `error` stops, since the generator relies on the rule; a `warn` is only reported. */
  readonly severity: "error" | "warn";
}

/** Input that the generator refuses, with everything that is wrong about it. */
export class CodegenError extends Error {
  override readonly name = "CodegenError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.problems = problems;
  }
}

/** One line that says where, what and how to mend it. */
export function problemLine({ at, message, fix }: Problem): string {
  return makeVisible(`${at}: ${message}; ${fix}`.replaceAll(/\s*\n\s*/g, " "));
}

/** The same problems with a prefix on their places, such as the version of the document. */
export function within(place: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, at: `${place} ${problem.at}` }));
}
