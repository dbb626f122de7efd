import { makeVisible } from "@nectar-sdk/openapi/document";

/** A problem of the input that stops the generator. */
export interface Problem {
  /** Where: operation id, JSON pointer or line of a file. */
  readonly at: string;
  /** The assumption that failed. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
}

/** A finding of the linter. */
export interface LintFinding extends Problem {
  /** The generator relies on the rules of an `error`; a `warn` is only reported. */
  readonly severity: "error" | "warn";
}

/** Thrown for input that the generator refuses; lists every problem. */
export class CodegenError extends Error {
  override readonly name = "CodegenError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join("\n"));
    this.problems = problems;
  }
}

/** Formats a problem as one line with its place, message and fix. */
export function problemLine({ at, message, fix }: Problem): string {
  return makeVisible(`${at}: ${message}; ${fix}`.replaceAll(/\s*\n\s*/g, " "));
}

/** The same problems with a prefix on their places, such as the version of the document. */
export function within(place: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, at: `${place} ${problem.at}` }));
}
