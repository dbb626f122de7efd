import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** Parses the arguments of a command. Throws a usage error that names an unknown option and those that exist. */
export function parseCommandLine<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: false }>>["values"] {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [first = ""] = message.split(/\. |\n/);
    throw new UsageError(
      `${first}; expected ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(", ")}`,
    );
  }
}

/**
 * Reads a version from an option: `v2.2` or `2.2`.
 *
 * @throws {UsageError} when it is missing or unknown
 */
export function parseVersion(option: string, text: string | undefined, known: readonly string[]): string {
  if (text === undefined) throw new UsageError(`missing --${option}: expected one of: ${known.join(", ")}`);
  const version = text.startsWith("v") ? text : `v${text}`;
  if (known.includes(version)) return version;
  throw new UsageError(`--${option} ${text}: expected one of: ${known.join(", ")}`);
}
