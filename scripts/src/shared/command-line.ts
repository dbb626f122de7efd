import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** Where a program writes: one call for each line. */
export interface Output {
  readonly log: (line: string) => void;
  readonly error: (line: string) => void;
  /** Prints a command for a CI runner, whose values the caller has escaped. @default `log` */
  readonly command?: (line: string) => void;
}

/** The command line is not valid. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Parsed<Config extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Config; allowPositionals: true }>
>;

/**
 * Parses a command line.
 *
 * @throws {UsageError} for an option that is unknown or lacks its value, and for a positional argument unless they are allowed
 */
export function parseCommandLine<const Config extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Config,
  allowPositionals = false,
): Parsed<Config> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (cause) {
    // An address in the wrong place may contain a password.
    throw new UsageError(messageOf(cause).replaceAll(/[^\s/'"]*:[^\s/'"]*@/g, "…@"), { cause });
  }
}

/** Prints several lines, such as a usage. */
export function printText(text: string, print: Output["log"]): void {
  for (const line of text.split("\n")) print(line);
}

/** Returns the message of a thrown value. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Prints the message of a failure after the program's name, and returns the exit code: 2 for a {@link UsageError}, otherwise 1. */
export function reportFailure(program: string, failure: unknown, { error }: Output): number {
  for (const line of messageOf(failure).split("\n")) error(`${program}: ${line}`);
  return failure instanceof UsageError ? 2 : 1;
}
