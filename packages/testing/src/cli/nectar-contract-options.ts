import { parseArgs } from "node:util";
import type { VerifyOptions } from "../contract/verify.ts";
import { REPORT_FORMATS, type ReportFormat } from "../report/format-report.ts";
import { readMessage } from "../shared/error-message.ts";
import { suggest } from "../shared/suggest.ts";
import { UsageError } from "../shared/usage-error.ts";

/** What the command line asks for. */
export interface ContractOptions extends VerifyOptions {
  readonly report: ReportFormat;
  /** File for the report; standard output where absent. */
  readonly output: string | undefined;
}

const FLAGS = {
  api: { type: "string" },
  against: { type: "string" },
  "changes-from": { type: "string" },
  recordings: { type: "string", multiple: true },
  report: { type: "string" },
  output: { type: "string" },
  header: { type: "string", multiple: true },
  concurrency: { type: "string" },
  timeout: { type: "string" },
  "include-writes": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Reads the arguments after the name of the command; `help` when help is asked for, `nothing` when nothing is.
 *
 * @throws {UsageError} for anything that it does not know or that does not fit together
 */
export function parseContractOptions(args: readonly string[]): ContractOptions | "help" | "nothing" {
  const { values, positionals } = parseArguments(args);
  if (values.help === true) return "help";
  if (args.length === 0) return "nothing";
  const [command, ...more] = positionals;
  if (command !== "verify" || more.length > 0) {
    const wrong = more[0] ?? command;
    throw new UsageError(
      wrong === undefined
        ? "name the command: nectar-contract verify …"
        : `${wrong} is unknown: the command is nectar-contract verify …`,
    );
  }
  const changesFrom = values["changes-from"];
  const { api, against, recordings = [], output } = values;
  if (api === undefined) throw new UsageError("name the API version: --api v2.2");
  if (changesFrom === undefined && against === undefined) throw new UsageError("name the server: --against <url>");
  if (changesFrom !== undefined && against !== undefined)
    throw new UsageError("--changes-from asks no server: leave out --against");
  if (changesFrom !== undefined && recordings.length === 0)
    throw new UsageError("--changes-from needs what your tests recorded: --recordings <file or folder>");
  if (changesFrom === api)
    throw new UsageError(`--changes-from ${api} is the version of --api itself: name the one that was recorded`);
  return {
    api,
    against,
    changesFrom,
    recordings,
    report: parseFormat(values.report ?? "text"),
    output,
    headers: (values.header ?? []).map(parseHeader),
    concurrency: parseCount("--concurrency", values.concurrency, 4),
    timeout: parseCount("--timeout", values.timeout, 30_000),
    includeWrites: values["include-writes"] ?? false,
  };
}

function parseArguments(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof FLAGS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    const message = readMessage(error);
    const option = /^Unknown option '(--?[^']*)'/.exec(message)?.[1];
    if (option === undefined) throw new UsageError(message);
    const cure =
      suggest(
        option,
        Object.keys(FLAGS).map((name) => `--${name}`),
      ) || ": see nectar-contract --help";
    throw new UsageError(`${option} is no option${cure}`);
  }
}

function parseFormat(text: string): ReportFormat {
  const format = REPORT_FORMATS.find((known) => known === text);
  if (format === undefined) throw new UsageError(`--report ${text}: known are ${REPORT_FORMATS.join(", ")}`);
  return format;
}

function parseHeader(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError('--header must be written as "Name: value"');
  return [name, value];
}

function parseCount(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const count = Number(text);
  // Timers hold no more than 31 bits.
  if (Number.isInteger(count) && count >= 1 && count < 2 ** 31) return count;
  throw new UsageError(`${option} ${text}: a whole number above 0 is expected`);
}

export const CONTRACT_HELP = `nectar-contract verify --api v2.2 --against <url>
nectar-contract verify --api v2.2 --changes-from v2.0 --recordings <file or folder>

Sends requests to a server and checks both sides of each call against the OpenAPI document of the version.
With --changes-from: says offline which recorded calls would break on another version.

  --api <version>           v2.0, v2.1 or v2.2; its package must be installed
  --against <url>           base URL with the base path of the version: http://127.0.0.1:4010/v2.2
  --recordings <path>       what recorder.save() wrote, a file or a folder; may be repeated.
                            Default: one call for each operation, with the examples of the document
  --changes-from <version>  version that the recordings were made with
  --include-writes          send what is not GET to a server that is not on this machine, too
  --report <format>         text, json, junit or github (default: text)
  --output <file>           write the report there instead of to the standard output
  --header <name: value>    add a header to each call; may be repeated
  --concurrency <n>         calls at a time (default: 4); 1 keeps the order of a recording
  --timeout <ms>            for one call (default: 30000)
  -h, --help

The API key is read from NECTAR_API_KEY, sent to that URL alone, and printed nowhere.

Exit codes: 0 no violation, 1 violations, 2 wrong usage or no verdict (server not reachable, every call answered with 401), 130 interrupted.
`;
