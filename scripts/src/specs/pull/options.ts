import { resolve } from "node:path";
import { parseCommandLine, UsageError } from "../../shared/command-line.ts";
import { parseVersion, VERSIONS, type Version } from "../../shared/versions.ts";
import { type Origin, parseOrigin } from "./origin.ts";

/** The formats of the report: text for people by default. */
const DRIFT_FORMATS = ["text", "markdown", "json", "github", "junit"] as const;

/** A format of the report. */
export type DriftFormat = (typeof DRIFT_FORMATS)[number];

/** The parts of the report. */
export interface DriftOptions {
  readonly format: DriftFormat;
  /** The most changes to list, worst first; all by default. */
  readonly most: number | undefined;
  /** Whether to list changes of descriptions in text, one by one. */
  readonly verbose: boolean;
}

export const USAGE: string = `Usage: pnpm specs:pull [--discover | --check [options]] [--version <v>] [--from <folder or URL>] [--timeout <ms>] [--specs <folder>]

Refreshes specs/v2.x/openapi.json and specs/specs.lock.json from the documents that Nectar publishes; all of them or none.

  --check           change nothing; print what would change by operation and field, and exit with 1 if anything would
  --discover        change nothing; list the documents that the documentation's index (llms.txt) names
  --format <format> with --check: ${DRIFT_FORMATS.join(", ")}; json and junit report one version (default: text)
  --max <n>         with --check: list the n worst changes, and the number of the others
  --verbose         with --check: list changes of descriptions one by one instead of their number
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
export interface PullSettings extends DriftOptions {
  /** Whether to list the documents of the index instead. */
  readonly discover: boolean;
  /** Whether to write nothing. */
  readonly check: boolean;
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
    format: { type: "string" },
    max: { type: "string" },
    version: { type: "string" },
    from: { type: "string" },
    timeout: { type: "string", default: TIMEOUT },
    specs: { type: "string", default: specs },
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.help) return { help: true };
  for (const name of ["format", "max"] as const) {
    if (values[name] !== undefined && !values.check) throw new UsageError(`--${name} needs --check`);
  }
  return {
    help: false,
    check: values.check,
    discover: values.discover,
    verbose: values.verbose,
    format: parseFormat(values.format, values.version),
    most: values.max === undefined ? undefined : parseMax(values.max),
    versions: values.version === undefined ? VERSIONS : [parseVersion(values.version)],
    origin: parseOrigin(values.from),
    timeoutMs: parseTimeout(values.timeout),
    specs: resolve(values.specs),
  };
}

function parseFormat(text: string | undefined, version: string | undefined): DriftFormat {
  const format = DRIFT_FORMATS.find((one) => one === (text ?? "text"));
  if (format === undefined) throw new UsageError(`--format ${text}: expected one of: ${DRIFT_FORMATS.join(", ")}`);
  const isWhole = format === "json" || format === "junit";
  if (isWhole && version === undefined) throw new UsageError(`--format ${format} reports one version; add --version`);
  return format;
}

function parseMax(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--max ${text}: expected a whole number from 0 to 999999999`);
}

function parseTimeout(text: string): number {
  const timeout = Number(text);
  if (/^\d+$/.test(text) && timeout > 0 && timeout <= LONGEST_TIMEOUT) return timeout;
  throw new UsageError(`--timeout ${text}: give milliseconds, a whole number from 1 to ${LONGEST_TIMEOUT}`);
}
