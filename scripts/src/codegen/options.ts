import { parseArgs } from "node:util";

export const USAGE = `Usage: pnpm codegen [--version <v>] [--check]

Generates packages/api-v2.x from specs/v2.x/openapi.json, the overlays and specs/resources.yaml.

  --version <v>   only this API version, for example v2.1
  --check         write nothing; list what is not up to date and exit with 1
  --help          this text`;

export interface Options {
  /** Versions to generate; all when absent. */
  readonly version: string | undefined;
  readonly check: boolean;
  readonly help: boolean;
}

/** The command line was not understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads the arguments; `versions` are those that have a document.
 *
 * @throws {UsageError} for anything that is not in {@link USAGE}
 */
export function parseOptions(args: readonly string[], versions: readonly string[]): Options {
  const { version, check, help } = parse(args);
  if (version === undefined) return { version, check, help };
  const known = versions.find((candidate) => candidate === version || candidate === `v${version}`);
  if (known === undefined) throw new UsageError(`--version ${version}: there is ${versions.join(", ") || "none"}`);
  return { version: known, check, help };
}

function parse(args: readonly string[]): { version?: string; check: boolean; help: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        version: { type: "string" },
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
