import { parseArgs } from "node:util";
import { parseVersion, VERSIONS, type Version } from "../shared/versions.ts";

export type Options = { readonly help: true } | { readonly help: false; readonly version: Version };

export const USAGE = `Usage: pnpm quickstart [--version ${VERSIONS.join(" | ")}]

Generates and builds the packages, starts a mock server of the Nectar API and runs examples/quickstart against it.

  --version <v>   API version, v2.2 by default
  --help          this text`;

/** The options of the command line; throws with a message for the user. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { version: { type: "string", default: "v2.2" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return { help: true };
  return { help: false, version: parseVersion(values.version) };
}
