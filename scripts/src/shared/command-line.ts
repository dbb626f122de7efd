import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** Where a program writes: one call for each line. */
export interface Output {
  readonly log: (line: string) => void;
  readonly error: (line: string) => void;
}

/** The command line was not understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Values<Config extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Config }>
>["values"];

/**
 * The values of a command line.
 *
 * @throws {UsageError} for an option that is unknown or lacks its value, and for anything that is no option
 */
export function parseCommandLine<const Config extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Config,
): Values<Config> {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    // An address that landed in the wrong place is not repeated with its password.
    throw new UsageError(messageOf(cause).replaceAll(/[^\s/'"]*:[^\s/'"]*@/g, "…@"), { cause });
  }
}

/** Prints a text of several lines, such as a usage. */
export function printText(text: string, print: Output["log"]): void {
  for (const line of text.split("\n")) print(line);
}

/** What an exception says, whatever was thrown. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Says what went wrong, each line under the program's name, and returns its exit code: 2 for a {@link UsageError}, else 1. */
export function reportFailure(program: string, failure: unknown, { error }: Output): number {
  for (const line of messageOf(failure).split("\n")) error(`${program}: ${line}`);
  return failure instanceof UsageError ? 2 : 1;
}
