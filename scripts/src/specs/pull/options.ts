import { resolve } from "node:path";
import { parseCommandLine, UsageError } from "../../shared/command-line.ts";
import { parseVersion, VERSIONS, type Version } from "../../shared/versions.ts";
import { type Origin, parseOrigin } from "./origin.ts";

export const USAGE: string = `Usage: pnpm specs:pull [--discover | --check [--verbose]] [--version <v>] [--from <folder or URL>] [--timeout <ms>] [--specs <folder>]

Refreshes specs/v2.x/openapi.json and specs/specs.lock.json from the documents that Nectar publishes; all of them or none.

  --check           change nothing; print what would change by operation and field, and exit with 1 if anything would
  --discover        change nothing; list the documents that the documentation's index (llms.txt) names
  --verbose         list changes of descriptions one by one instead of their number
  --version <v>     only this API version: ${VERSIONS.join(", ")}
  --from <folder>   a copy of specs (v2.1/openapi.json), or the upstream files (openapi-v2-1.json); .yaml and .yml will do
  --from <URL>      http or https; the upstream files stand below it
  --timeout <ms>    how long one attempt to fetch a document may take, 30000 by default
  --specs <folder>  the folder to refresh, that of this repository by default
  --help            this text`;

const TIMEOUT = "30000";
/** The longest that a timer of Node can wait. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

export type Options = { readonly help: true } | ({ readonly help: false } & PullSettings);

/** The settings of a pull. */
export interface PullSettings {
  /** Whether to list the documents of the index instead. */
  readonly discover: boolean;
  /** Whether to write nothing. */
  readonly check: boolean;
  /** Whether to list changes of descriptions. */
  readonly verbose: boolean;
  readonly versions: readonly Version[];
  readonly origin: Origin;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Absolute path. */
  readonly specs: string;
}

/**
 * Reads the arguments; `specs` is the folder that is refreshed unless another is named.
 *
 * @throws {UsageError} for anything that is not in {@link USAGE}
 */
export function parseOptions(args: readonly string[], specs: string): Options {
  const { values } = parseCommandLine(args, {
    check: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    discover: { type: "boolean", default: false },
    version: { type: "string" },
    from: { type: "string" },
    timeout: { type: "string", default: TIMEOUT },
    specs: { type: "string", default: specs },
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.help) return { help: true };
  return {
    help: false,
    check: values.check,
    discover: values.discover,
    verbose: values.verbose,
    versions: values.version === undefined ? VERSIONS : [parseVersion(values.version)],
    origin: parseOrigin(values.from),
    timeoutMs: parseTimeout(values.timeout),
    specs: resolve(values.specs),
  };
}

function parseTimeout(text: string): number {
  const timeout = Number(text);
  if (/^\d+$/.test(text) && timeout > 0 && timeout <= LONGEST_TIMEOUT) return timeout;
  throw new UsageError(`--timeout ${text}: give milliseconds, a whole number from 1 to ${LONGEST_TIMEOUT}`);
}
