import { parseArgs } from "node:util";

/** API versions that the quickstart can run with. */
export const VERSIONS = ["v2.0", "v2.1", "v2.2"] as const;

export type Version = (typeof VERSIONS)[number];

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
  const version = VERSIONS.find((known) => known === values.version || known === `v${values.version}`);
  if (version === undefined) throw new Error(`--version ${values.version}: there is ${VERSIONS.join(", ")}`);
  return { help: false, version };
}
