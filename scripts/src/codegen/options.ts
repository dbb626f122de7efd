import { parseCommandLine } from "../shared/command-line.ts";
import { chooseVersion } from "../shared/versions.ts";

export const USAGE = `Usage: pnpm codegen [--version <v>] [--check | --list]

Generates packages/api-v2.x from specs/v2.x/openapi.json, the overlays and specs/resources.yaml.

  --version <v>   only this API version, for example v2.1
  --check         write nothing; list what is not up to date and exit with 1
  --list          write nothing; list the files that are generated as a whole
  --help          this text`;

export interface Options {
  /** Versions to generate; all when absent. */
  readonly version: string | undefined;
  readonly check: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

/**
 * Reads the arguments; `versions` are those that have a document.
 *
 * @throws {UsageError} for anything that is not in {@link USAGE}
 */
export function parseOptions(args: readonly string[], versions: readonly string[]): Options {
  const { values } = parseCommandLine(args, {
    version: { type: "string" },
    check: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  });
  const { version, check, list, help } = values;
  return { version: version === undefined ? undefined : chooseVersion(version, versions), check, list, help };
}
