import { parseArgs } from "node:util";
import { REPORT_FORMATS, type ReportFormat } from "../report/format-report.ts";
import { messageOf } from "../shared/error-message.ts";
import { didYouMean } from "../shared/suggest.ts";
import { UsageError } from "../shared/usage-error.ts";

/** What the command line asks for. */
export interface ContractOptions {
  readonly api: string;
  readonly against: string | undefined;
  readonly changesFrom: string | undefined;
  readonly recordings: readonly string[];
  readonly report: ReportFormat;
  readonly output: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly concurrency: number;
  /** Milliseconds for one call. */
  readonly timeout: number;
  readonly includeWrites: boolean;
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
export function parseOptions(args: readonly string[]): ContractOptions | "help" | "nothing" {
  const { values, positionals } = parse(args);
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
    report: formatOf(values.report ?? "text"),
    output,
    headers: (values.header ?? []).map(headerOf),
    concurrency: countOf("--concurrency", values.concurrency, 4),
    timeout: countOf("--timeout", values.timeout, 30_000),
    includeWrites: values["include-writes"] ?? false,
  };
}

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof FLAGS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    const message = messageOf(error);
    const option = /^Unknown option '(--?[^']*)'/.exec(message)?.[1];
    if (option === undefined) throw new UsageError(message);
    const cure =
      didYouMean(
        option,
        Object.keys(FLAGS).map((name) => `--${name}`),
      ) || ": see nectar-contract --help";
    throw new UsageError(`${option} is no option${cure}`);
  }
}

function formatOf(text: string): ReportFormat {
  const format = REPORT_FORMATS.find((known) => known === text);
  if (format === undefined) throw new UsageError(`--report ${text}: known are ${REPORT_FORMATS.join(", ")}`);
  return format;
}

function headerOf(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError('--header must be written as "Name: value"');
  return [name, value];
}

function countOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const count = Number(text);
  // Timers hold no more than 31 bits.
  if (Number.isInteger(count) && count >= 1 && count < 2 ** 31) return count;
  throw new UsageError(`${option} ${text}: a whole number above 0 is expected`);
}
