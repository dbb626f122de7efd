import { parseCommandLine, UsageError } from "../../shared/command-line.ts";
import { VERSION_PATTERN } from "../../shared/version-names.ts";

export const USAGE = `Usage: pnpm specs:add-version <version> --from <document>

Adds an API version: its entry in specs/versions.yaml, its document, package, names, examples, changeset and lockfile entries.

  <version>          for example v2.3
  --from <document>  file with its OpenAPI 3.0 or 3.1 document, JSON or YAML
  --help             this text`;

export type Options =
  | { readonly help: true }
  | { readonly help: false; readonly version: string; readonly from: string };

/**
 * Reads the arguments; `known` are the versions that exist.
 *
 * @throws {UsageError} for anything that is not in {@link USAGE}
 */
export function parseOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseCommandLine(
    args,
    { from: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
    true,
  );
  if (values.help) return { help: true };
  const [text, ...more] = positionals;
  if (text === undefined || more.length > 0) throw new UsageError("expected one version, for example v2.3");
  const version = text.startsWith("v") ? text : `v${text}`;
  if (!VERSION_PATTERN.test(version)) throw new UsageError(`${text} is not a version: expected one like v2.3`);
  if (known.includes(version)) {
    throw new UsageError(
      `${version} exists already: refresh its document with \`pnpm specs:pull --version ${version}\``,
    );
  }
  const from = values.from?.trim() ?? "";
  if (from === "") throw new UsageError("name the OpenAPI document: --from <file>");
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(from)) {
    throw new UsageError("--from: expected a file; download the document and name the file");
  }
  return { help: false, version, from };
}
