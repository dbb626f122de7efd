import { parseArgs } from "node:util";
import { AXES } from "../../test/simulated-upstream/axes.ts";
import { createAdoptionCopy, STEP_NAMES, type Variant } from "./adopt-variant.ts";

const USAGE = `Usage: pnpm upstream:drill [<variant> …] [--seed <seed>] [--verbose]

Adopts documents that upstream might publish, each in a copy of the repository, and prints how far each comes.
A variant is all, none, random:<n>, or names of axes with commas between them; v2.1=<variant> for documents that differ in one version.
By default: each axis alone, some at random, all together, and several in one version.

  --seed <seed>   of the random choices, 1 by default
  --verbose       print the output of commands that fail
  --help          this text
`;

const { values, positionals } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
  allowPositionals: true,
});

if (values.help) process.stdout.write(USAGE);
else await drill(positionals.length > 0 ? positionals.map((text) => parseVariant(text)) : allVariants());

/** Changes that break code which expects all versions to be alike. */
const ONE_VERSION =
  "v2.1=no-evidence,more-operations,fewer-operations,required-read-only,closed-enums,operation-ids,component-names";

function parseVariant(text: string): Variant {
  const [, only, axes = text] = /^(v[\d.]+)=(.*)$/.exec(text) ?? [];
  return { only, axes, seed: values.seed };
}

/** Each axis alone, several drawn by three seeds, all together, and several in one version. */
function allVariants(): Variant[] {
  const { seed } = values;
  const drawn = [1, 2, 3].map((n) => ({ axes: "random:6", seed: `${seed}.${n}` }));
  const named = ["none", ...AXES.map(({ name }) => name), "all"].map((axes) => ({ axes, seed }));
  return [...named, ...drawn, parseVariant(ONE_VERSION)];
}

async function drill(variants: readonly Variant[]): Promise<void> {
  await using copy = await createAdoptionCopy();
  printRow(["variant", "seed", ...STEP_NAMES, "edits by hand"]);
  printRow(["---", "---", ...STEP_NAMES.map(() => "---"), "---"]);
  for (const variant of variants) {
    const { steps, edited } = await copy.adopt(variant);
    const cells = STEP_NAMES.map((_, index) => toCell(steps[index]));
    printRow([formatVariant(variant), variant.seed, ...cells, edited.length === 0 ? "0" : edited.join(", ")]);
    const failure = steps.at(-1)?.failure;
    if (failure !== undefined && values.verbose) process.stdout.write(`\n${failure}\n\n`);
    if (failure !== undefined || edited.length > 0) process.exitCode = 1;
  }
}

function formatVariant({ only, axes }: Variant): string {
  return only === undefined ? axes : `${only}=${axes}`;
}

function toCell(step: { readonly failure?: string } | undefined): string {
  if (step === undefined) return "";
  return step.failure === undefined ? "✓" : "✗";
}

function printRow(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
