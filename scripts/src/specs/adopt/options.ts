import { parseCommandLine } from "../../shared/command-line.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { type PullSettings, parseOptions as parsePullOptions } from "../pull/options.ts";

export const USAGE: string = `Usage: pnpm specs:adopt [--dry-run] [--strict] [--version <v>] [--from <folder or URL>] [--timeout <ms>]

Pulls the documents and lands them: carries names and overlays over, fits the examples, generates, and prints a review. All of it or nothing.

  --dry-run         write nothing; print the review
  --strict          exit with 1 while a question has no choice in specs/decisions.yaml
  --version <v>     only this API version: ${VERSIONS.join(", ")}
  --from <folder>   a copy of specs (v2.1/openapi.json), or the upstream files (openapi-v2-1.json); .yaml and .yml will do
  --from <URL>      http or https; the upstream files stand below it
  --timeout <ms>    how long one attempt to fetch a document may take, 30000 by default
  --help            this text`;

export type Options =
  | { readonly help: true }
  | { readonly help: false; readonly dryRun: boolean; readonly strict: boolean; readonly pull: PullSettings };

/**
 * Reads the arguments; `specs` is the folder that the pull refreshes.
 *
 * @throws {UsageError} for anything that is not in {@link USAGE}
 */
export function parseOptions(args: readonly string[], specs: string): Options {
  const { values } = parseCommandLine(args, {
    "dry-run": { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    version: { type: "string" },
    from: { type: "string" },
    timeout: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.help) return { help: true };
  const passed = (["version", "from", "timeout"] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}=${values[name]}`],
  );
  const pull = parsePullOptions([...passed, "--specs", specs], specs);
  if (pull.help) return { help: true };
  return { help: false, dryRun: values["dry-run"], strict: values.strict, pull };
}
