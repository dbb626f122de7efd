/** Where a command prints. */
export interface Output {
  /** Prints a line of the result. */
  readonly log: (line: string) => void;
  /** Prints a line about the run. */
  readonly error: (line: string) => void;
  /** Prints a command for a CI runner, whose values the caller has escaped. @default `log` */
  readonly command?: (line: string) => void;
}

/** The surroundings of a command, which tests replace. */
export interface Surroundings {
  /** Absolute path of the folder in which the command runs. */
  readonly cwd: string;
  readonly output: Output;
}

/** A command of `nectar-migrate`. */
export interface Command {
  /** The text of `nectar-migrate <command> --help`. */
  readonly help: string;
  /**
   * Runs the command and returns its exit code.
   *
   * @throws {UsageError} with one line for the user; exit code 2
   */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>;
}

/** Prints the lines of a report. Commands of a workflow on GitHub must reach its runner unchanged; their values are escaped. */
export function printReport(lines: Iterable<string>, format: string, { log, command }: Output): void {
  const print = (format === "github" ? command : undefined) ?? log;
  for (const line of lines) print(line);
}
