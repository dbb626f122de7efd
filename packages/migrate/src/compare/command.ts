import process from "node:process";
import type { ApiHistory } from "../project/api-history.ts";
import type { Command } from "../shared/command.ts";
import { parseCommandLine, parseVersions, VERSION_OPTIONS } from "../shared/migration-options.ts";
import { UsageError } from "../shared/usage-error.ts";
import { compareVersions } from "./compare-versions.ts";
import { hasDifferences } from "./comparison.ts";
import { formatComparison } from "./format-comparison.ts";
import { loadReaders } from "./load-client.ts";
import { type MeterList, readMeters } from "./read-meters.ts";

const HELP = `Usage: nectar-migrate compare --from v2.0 --to v2.2 --company ID [--sample N] [--concurrency N] [--verbose]

Reads the usage of a company with both versions, for each meter that one of them lists, and reports what differs. Sends no request that changes anything. Uses
@nectar-sdk/client and the api packages of this project, the API key in NECTAR_API_KEY, and NECTAR_BASE_URL if it is set.

  --from <version>      version that you use
  --to <version>        version to compare it with
  --company <id>        id of the company
  --sample <n>          only the first n meters (default: all)
  --concurrency <n>     meters at a time (default: 2)
  --verbose             also print ids and values of differences, which may identify customers

Exit code 0: no difference; 1: differences or incomplete lists; 2: the command failed.`;

/** Creates `nectar-migrate compare` for an API. */
export const createCompare = ({ versions }: ApiHistory): Command => ({
  help: HELP,
  run: async (args, { cwd, output }) => {
    const values = parseCommandLine(args, {
      ...VERSION_OPTIONS,
      company: { type: "string" },
      sample: { type: "string" },
      concurrency: { type: "string" },
      verbose: { type: "boolean", default: false },
    });
    const [from, to] = parseVersions(values, versions);
    if (values.company === undefined) throw new UsageError("missing --company: expected the id of a company");
    const sample = parseCount("sample", values.sample, Number.POSITIVE_INFINITY);
    const concurrency = parseCount("concurrency", values.concurrency, 2);
    const apiKey = process.env["NECTAR_API_KEY"];
    if (apiKey === undefined || apiKey === "") throw new UsageError("missing API key: set NECTAR_API_KEY");
    const [before, after] = await loadReaders([from, to], cwd, apiKey);
    if (before === undefined || after === undefined) throw new UsageError("no client");
    const { company, verbose } = values;
    const [old, present] = await Promise.all([
      readMeters(before.listMeters(company)),
      readMeters(after.listMeters(company)),
    ]);
    const comparison = await compareVersions({
      // A version has no rows of a meter that it does not list, and may refuse to return them.
      before: (meter) => (old.ids.has(meter) ? before.listUsage(meter) : []),
      after: (meter) => (present.ids.has(meter) ? after.listUsage(meter) : []),
      keys: new Set([...present.ids, ...old.ids]),
      sample,
      concurrency,
    });
    const incomplete = [...(old.isComplete ? [] : [from]), ...(present.isComplete ? [] : [to])];
    const only = { before: countOthers(old, present), after: countOthers(present, old) };
    output.log(`Incomplete lists of meters: ${incomplete.join(", ") || "none"}`);
    output.log(`Meters in one version only: ${from} ${only.before}, ${to} ${only.after}`);
    for (const line of formatComparison(comparison, from, to, verbose)) output.log(line);
    return incomplete.length + only.before + only.after > 0 || hasDifferences(comparison) ? 1 : 0;
  },
});

/** The number of meters that the other version does not list. */
function countOthers(meters: MeterList, other: MeterList): number {
  return [...meters.ids].filter((id) => !other.ids.has(id)).length;
}

function parseCount(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} ${text}: expected a number from 1`);
}
