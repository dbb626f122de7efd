import { resolve } from "node:path";
import { type Change, diffDocuments, findCandidates, type Severity, type View } from "@nectar-sdk/openapi/diff";
import {
  formatReport,
  nameOperations,
  REPORT_FORMATS,
  type ReportFormat,
  rankSeverity,
} from "@nectar-sdk/openapi/report";
import type { ApiHistory } from "../project/api-history.ts";
import { listBehaviour } from "../project/list-behaviour.ts";
import { type Command, printReport } from "../shared/command.ts";
import { chooseFrom, parsePositionals } from "../shared/migration-options.ts";
import { UsageError } from "../shared/usage-error.ts";
import { applyIgnoreList, readIgnoreList } from "./ignore-list.ts";
import { loadSource } from "./source/load-source.ts";

const VIEWS: readonly View[] = ["wire", "typescript", "both"];

/** The severities that fail the command, each with the worse ones. */
const LEVELS: Readonly<Record<string, Severity>> = { breaking: "breaking", maybe: "maybe", any: "text" };

const formatHelp = (versions: readonly string[]): string => `Usage: nectar-migrate diff <before> <after> [options]

Lists the differences of two OpenAPI 3.0 or 3.1 documents, JSON or YAML, and judges each for callers of the API. Between two versions, what the
documents do not show comes first.

  <before>, <after>   a file, - (standard input), REVISION:path (git), or ${versions.join(", ")}
  --view <view>       wire (messages), typescript (types), both: the worse of them (default)
  --format <format>   ${REPORT_FORMATS.join(", ")} (default: terminal)
  --fail-on <level>   exit with 1 if there is such a change: breaking, maybe (or breaking), any
  --ignore <file>     YAML or JSON list of accepted changes: { id, reason, until: "2027-01-31" }

Exit code 0, also with differences; 1 if --fail-on applies; 2 if a document, the list or an option is invalid.`;

/** Creates `nectar-migrate diff` for an API. */
export const createDiff = (history: ApiHistory): Command => ({
  help: formatHelp(history.versions),
  run: async (args, { cwd, output }) => {
    const { sources, view, format, failOn, ignore } = readOptions(args);
    const load = (source: string) => loadSource(source, cwd, history.versions);
    const [before, after] = [await load(sources[0]), await load(sources[1])];
    const found = diffDocuments(before.document, after.document, { view });
    const all = nameOperations(found, before.document, after.document);
    const ignored = ignore === undefined ? [] : await readIgnoreList(resolve(cwd, ignore));
    const changes = applyIgnoreList(all, ignored, new Date().toISOString().slice(0, "2027-01-31".length));
    const candidates = findCandidates(changes);
    const behaviour = listBehaviour(history, before.name, after.name);
    const report = { before, after, view, changes, candidates, behaviour, ignored: all.length - changes.length };
    printReport(formatReport(report, format), format, output);
    return isFailure(changes, failOn) ? 1 : 0;
  },
});

interface DiffOptions {
  readonly sources: readonly [before: string, after: string];
  readonly view: View;
  readonly format: ReportFormat;
  readonly failOn: Severity | undefined;
  readonly ignore: string | undefined;
}

function readOptions(args: readonly string[]): DiffOptions {
  const { values, positionals } = parsePositionals(args, {
    view: { type: "string", default: "both" },
    format: { type: "string", default: "terminal" },
    "fail-on": { type: "string" },
    ignore: { type: "string" },
  });
  const [before, after, ...others] = positionals;
  const failOn = values["fail-on"];
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError(`expected two documents, got ${positionals.length}: nectar-migrate diff <before> <after>`);
  }
  if (before === "-" && after === "-") throw new UsageError("only one document can be -; pass the other one as a file");
  return {
    sources: [before, after],
    view: chooseFrom(VIEWS, "view", values.view),
    format: chooseFrom(REPORT_FORMATS, "format", values.format),
    failOn: failOn === undefined ? undefined : LEVELS[chooseFrom(Object.keys(LEVELS), "fail-on", failOn)],
    ignore: values.ignore,
  };
}

function isFailure(changes: readonly Change[], failOn: Severity | undefined): boolean {
  return failOn !== undefined && changes.some(({ severity }) => rankSeverity(severity) <= rankSeverity(failOn));
}
