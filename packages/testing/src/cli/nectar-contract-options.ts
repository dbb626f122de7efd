import { parseArgs } from "node:util";
import { suggest } from "@nectar-sdk/openapi/document";
import type { VerifyOptions } from "../contract/verify.ts";
import { REPORT_FORMATS, type ReportFormat } from "../report/format-report.ts";
import { readMessage } from "../shared/error-message.ts";
import { UsageError } from "../shared/usage-error.ts";
import { listVersions } from "../version/load-version.ts";

/** Options of the command line. */
export interface ContractOptions extends VerifyOptions {
  readonly report: ReportFormat;
  /** File for the report; `undefined` for standard output. */
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
 * Parses the arguments; returns `help` for `--help`, and `nothing` without arguments.
 *
 * @throws {UsageError} when options are unknown, missing or contradictory
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
        ? "missing command: run nectar-contract verify …"
        : `unknown command ${wrong}: run nectar-contract verify …`,
    );
  }
  const changesFrom = values["changes-from"];
  const { api, against, recordings = [], output } = values;
  if (api === undefined) throw new UsageError("missing --api: name the API version, --api v2.2");
  if (changesFrom === undefined && against === undefined)
    throw new UsageError("missing --against: name the server, --against <url>");
  if (changesFrom !== undefined && against !== undefined)
    throw new UsageError("--changes-from works offline: leave out --against");
  if (changesFrom !== undefined && recordings.length === 0)
    throw new UsageError("--changes-from needs recordings: --recordings <file or folder>");
  if (changesFrom === api)
    throw new UsageError(`--changes-from ${api} equals --api: name the version of the recordings`);
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
    throw new UsageError(`unknown option ${option}${cure}`);
  }
}

function parseFormat(text: string): ReportFormat {
  const format = REPORT_FORMATS.find((known) => known === text);
  if (format === undefined) throw new UsageError(`--report ${text}: expected one of: ${REPORT_FORMATS.join(", ")}`);
  return format;
}

function parseHeader(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError('--header: expected "Name: value"');
  return [name, value];
}

function parseCount(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const count = Number(text);
  // Timers are limited to 31 bits.
  if (Number.isInteger(count) && count >= 1 && count < 2 ** 31) return count;
  throw new UsageError(`${option} ${text}: expected a whole number above 0`);
}

export const CONTRACT_HELP: string = `nectar-contract verify --api v2.2 --against <url>
nectar-contract verify --api v2.2 --changes-from v2.0 --recordings <file or folder>

Sends requests to a server, and checks each request and response against the OpenAPI document of the version.
With --changes-from, it works offline and lists the recorded calls that would break on another version.

  --api <version>           ${listVersions().join(", ")}; its package must be installed
  --against <url>           base URL with the base path of the version: http://127.0.0.1:4010/v2.2
  --recordings <path>       file or folder that recorder.save() wrote; repeatable
                            (default: one call per operation, with the examples of the document)
  --changes-from <version>  version of the recordings
  --include-writes          also send methods that change data to a server on another machine
  --report <format>         text, json, junit or github (default: text)
  --output <file>           write the report to a file instead of standard output
  --header <name: value>    add a header to each call; repeatable
  --concurrency <n>         number of concurrent calls (default: 4); 1 keeps the order of a recording
  --timeout <ms>            timeout of one call (default: 30000)
  -h, --help                show this help

The command reads the API key from NECTAR_API_KEY, sends it only to that URL, and never prints it.

Exit codes: 0 no violations, 1 violations, 2 wrong usage or no verdict (server unreachable, or every response is 401), 130 interrupted.
`;
