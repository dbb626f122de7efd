import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Verdict, verify } from "../contract/verify.ts";
import { RecordingError } from "../recording/recording.ts";
import { formatReport } from "../report/format-report.ts";
import { readMessage } from "../shared/error-message.ts";
import { hideLogins, toOneLine } from "../shared/printable.ts";
import { UsageError } from "../shared/usage-error.ts";
import { CONTRACT_HELP, type ContractOptions, parseContractOptions } from "./nectar-contract-options.ts";

/** The process of the command. */
export interface ContractIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  out(text: string): void;
  err(text: string): void;
}

/** Runs `nectar-contract` and returns its exit code. */
export async function runContract(args: readonly string[], io: ContractIo): Promise<number> {
  try {
    const options = parseContractOptions(args);
    if (options === "help") {
      io.out(CONTRACT_HELP);
      return 0;
    }
    if (options === "nothing") {
      io.err(CONTRACT_HELP);
      return 2;
    }
    const verdict = await verify(options, io.env["NECTAR_API_KEY"], io.signal);
    await deliverReport(options, verdict, io);
    return verdict.exitCode;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof RecordingError)) throw error;
    io.err(`nectar-contract: ${toOneLine(hideLogins(error.message))}\n`);
    return 2;
  }
}

async function deliverReport(
  { report: format, output }: ContractOptions,
  { report, problem }: Verdict,
  io: ContractIo,
): Promise<void> {
  const text = formatReport(report, format);
  if (output === undefined) io.out(text);
  else await writeReport(output, text);
  const { calls, errors, notes } = report.summary;
  // The text report contains these numbers.
  if (output !== undefined || format !== "text")
    io.err(`nectar-contract: ${calls} calls, ${errors} errors, ${notes} notes, ${report.leftOut.length} left out\n`);
  if (problem !== undefined) io.err(`nectar-contract: ${toOneLine(problem)}\n`);
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    const why = readMessage(error);
    throw new UsageError(`--output ${file} cannot be written (${why}): name another file`);
  }
}

/** Runs the command in this process. An interrupt ends it with the report so far. */
export async function main(): Promise<void> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  // Only once: a second Ctrl-C ends the process at once.
  process.once("SIGINT", interrupt);
  process.exitCode = await runContract(process.argv.slice(2), {
    env: process.env,
    signal: controller.signal,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  process.off("SIGINT", interrupt);
}
