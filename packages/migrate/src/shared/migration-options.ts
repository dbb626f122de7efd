import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf } from "./message-of.ts";
import { UsageError } from "./usage-error.ts";

/** The options of every command that goes from one version to another. */
export const VERSION_OPTIONS = { from: { type: "string" }, to: { type: "string" } } as const;

/** The options of the commands that read the code of a project. */
export const PROJECT_OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  project: { type: "string", short: "p", multiple: true },
  only: { type: "string" },
} as const;

/** Parses the arguments of a command. Throws a usage error that names an unknown option and those that exist. */
export function parseCommandLine<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: false }>>["values"] {
  return explainFaults(options, () => parseArgs({ args: [...args], options, allowPositionals: false })).values;
}

/** Like {@link parseCommandLine}, for a command that also takes arguments without a name. */
export function parsePositionals<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>> {
  return explainFaults(options, () => parseArgs({ args: [...args], options, allowPositionals: true }));
}

function explainFaults<Parsed>(options: object, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const [first = ""] = messageOf(error).split(". ");
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${first}; expected ${names.join(", ")}`, { cause: error });
  }
}

/**
 * Reads the versions of a command: `v2.2` or `2.2`.
 *
 * @throws {UsageError} when one is missing or unknown
 */
export function parseVersions(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  known: readonly string[],
): readonly [from: string, to: string] {
  return [parseVersion("from", from, known), parseVersion("to", to, known)];
}

function parseVersion(option: string, text: string | undefined, known: readonly string[]): string {
  if (text === undefined) throw new UsageError(`missing --${option}: expected one of: ${known.join(", ")}`);
  return chooseFrom(known, option, text, text.startsWith("v") ? text : `v${text}`);
}

/**
 * Returns the name that an option gives.
 *
 * @param given the text of the user
 * @param meant the name that it stands for
 * @throws {UsageError} listing the names when it is none of them
 */
export function chooseFrom<Name extends string>(
  names: readonly Name[],
  option: string,
  given: string,
  meant: string = given,
): Name {
  const found = names.find((name) => name === meant);
  if (found === undefined) throw new UsageError(`--${option} ${given}: expected one of: ${names.join(", ")}`);
  return found;
}
