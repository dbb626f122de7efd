import { join } from "node:path";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { stringify } from "yaml";
import { checkSpecs, type Lint, type Warn } from "../../codegen/check-specs.ts";
import { CodegenError, type Problem, problemLine, within } from "../../codegen/problem.ts";
import { messageOf, type Output, parseCommandLine, printText, reportFailure } from "../../shared/command-line.ts";
import { finishJournal } from "../../shared/journal.ts";
import { readVersions, VERSIONS } from "../../shared/versions.ts";
import { listPlacesWithoutExample } from "../examples/validate-examples.ts";
import { judgeOverlays, overlayVersion } from "../overlay/effective-document.ts";
import { checkExamples } from "./check-examples.ts";

const USAGE = `Usage: pnpm specs:check [--expand]

Lints the documents and checks the assumptions of the generator.

  --expand   instead, print the overlays of each version with plain targets: YAML documents of Overlay 1.0`;

/** Runs the command line as {@link checkAll} or {@link printExpanded} does; 2 for an invalid command line. */
export async function main(args: readonly string[], root: string, output: Output, lint: Lint): Promise<number> {
  try {
    const { values } = parseCommandLine(args, {
      expand: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    });
    await finishJournal(root, output.error);
    if (values.expand) await printExpanded(join(root, "specs"), output);
    if (values.help) printText(USAGE, output.log);
    return values.help || values.expand ? 0 : await checkAll(root, output, lint);
  } catch (error) {
    return reportFailure("specs:check", error, output);
  }
}

async function printExpanded(specs: string, { log }: Output): Promise<void> {
  for (const version of await readVersions(specs)) {
    const { expanded } = await overlayVersion(specs, version);
    for (const { name, value } of expanded) {
      printText(
        `---\n# ${version}, ${name}\n${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })}`.trimEnd(),
        log,
      );
    }
  }
}

/**
 * Checks the documents and returns the exit code: 0 no problem, 1 a line for each problem, 2 a file could not be read. Warnings of the
 * linter are printed and do not change the exit code.
 */
export async function checkAll(
  root: string,
  output: Output,
  lint: Lint,
  versions: readonly string[] = VERSIONS,
): Promise<number> {
  const warnings: Problem[] = [];
  try {
    const { problems, notes } = await findProblems(root, versions, lint, (warning) => warnings.push(warning));
    for (const note of notes) output.log(`note: ${makeVisible(note)}`);
    for (const warning of warnings) output.log(problemLine(warning));
    for (const problem of problems) output.error(problemLine(problem));
    const counts = [`${versions.length} documents`, `${problems.length} problems`];
    if (warnings.length > 0) counts.push(`${warnings.length} warnings`);
    output.log(`specs:check: ${counts.join(", ")}`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    output.error(`specs:check: ${messageOf(error)}`);
    return 2;
  }
}

interface Findings {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Lists every problem; checks the examples only once the documents are valid. */
async function findProblems(root: string, versions: readonly string[], lint: Lint, warn: Warn): Promise<Findings> {
  try {
    const checked = await checkSpecs(root, versions, lint, warn);
    const problems = checked.versions.flatMap(({ version, document }) => within(version, checkExamples(document)));
    const bare = checked.versions.flatMap(({ version, document }) =>
      listPlacesWithoutExample(document).map((line) => `${version} ${line}`),
    );
    const { notes } = await judgeOverlays(join(root, "specs"), versions);
    return { problems, notes: [...checked.notes, ...bare, ...notes] };
  } catch (error) {
    if (error instanceof CodegenError) return { problems: error.problems, notes: [] };
    throw error;
  }
}
