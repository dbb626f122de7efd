import process from "node:process";
import { listVersions } from "../project/api-package.ts";
import { isRow, readText } from "../runtime/row.ts";
import type { Command } from "../shared/command.ts";
import { parseCommandLine, parseVersion } from "../shared/migration-options.ts";
import { UsageError } from "../shared/usage-error.ts";
import { compareVersions, type List } from "./compare-versions.ts";
import { hasDifferences } from "./comparison.ts";
import { formatComparison } from "./format-comparison.ts";
import { loadReaders } from "./load-client.ts";

const HELP = `Usage: nectar-migrate compare --from v2.0 --to v2.2 --company ID [--sample N] [--concurrency N] [--verbose]

Reads the usage of a company with both versions, meter by meter, and reports what differs. Sends no request that changes anything. Uses
@nectar-sdk/client and the api packages of this project, the API key in NECTAR_API_KEY, and NECTAR_BASE_URL if it is set.

  --from <version>      version that you use
  --to <version>        version to compare it with
  --company <id>        id of the company
  --sample <n>          only the first n meters (default: all)
  --concurrency <n>     meters at a time (default: 2)
  --verbose             also print ids and values of differences, which may identify customers

Exit code 0: no difference; 1: differences; 2: the command failed.`;

/** `nectar-migrate compare`. */
export const compare: Command = {
  help: HELP,
  run: async (args, { cwd, output }) => {
    const values = parseCommandLine(args, {
      from: { type: "string" },
      to: { type: "string" },
      company: { type: "string" },
      sample: { type: "string" },
      concurrency: { type: "string" },
      verbose: { type: "boolean", default: false },
    });
    const known = listVersions();
    const [from, to] = [parseVersion("from", values.from, known), parseVersion("to", values.to, known)];
    if (values.company === undefined) throw new UsageError("missing --company: expected the id of a company");
    const sample = parseCount("sample", values.sample, Number.POSITIVE_INFINITY);
    const concurrency = parseCount("concurrency", values.concurrency, 2);
    const apiKey = process.env["NECTAR_API_KEY"];
    if (apiKey === undefined || apiKey === "") throw new UsageError("missing API key: set NECTAR_API_KEY");
    const [before, after] = await loadReaders([from, to], cwd, apiKey);
    if (before === undefined || after === undefined) throw new UsageError("no client");
    const comparison = await compareVersions({
      before: before.listUsage,
      after: after.listUsage,
      keys: readIds(after.listMeters(values.company)),
      sample,
      concurrency,
    });
    for (const line of formatComparison(comparison, from, to, values.verbose)) output.log(line);
    return hasDifferences(comparison) ? 1 : 0;
  },
};

async function* readIds(meters: List): AsyncGenerator<string, void> {
  for await (const meter of meters) {
    const id = isRow(meter) ? readText(meter["id"]) : undefined;
    if (id !== undefined) yield id;
  }
}

function parseCount(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} ${text}: expected a number from 1`);
}
