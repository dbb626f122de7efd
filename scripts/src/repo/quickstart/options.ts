import { parseCommandLine } from "../../shared/command-line.ts";
import { NEWEST_VERSION, parseVersion, VERSIONS, type Version } from "../../shared/versions.ts";

export type Options = { readonly help: true } | { readonly help: false; readonly version: Version };

export const USAGE: string = `Usage: pnpm quickstart [--version ${VERSIONS.join(" | ")}]

Generates and builds the packages, starts a mock server of the Nectar API and runs examples/quickstart against it.

  --version <v>   API version, ${NEWEST_VERSION} by default
  --help          this text`;

/** The options of the command line; throws with a message for the user. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseCommandLine(args, {
    version: { type: "string", default: NEWEST_VERSION },
    help: { type: "boolean", short: "h", default: false },
  });
  return values.help ? { help: true } : { help: false, version: parseVersion(values.version) };
}
