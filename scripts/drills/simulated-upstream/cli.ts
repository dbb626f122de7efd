import { parseArgs } from "node:util";
import { AXES } from "../../test/simulated-upstream/axes.ts";
import { createAdoptionCopy, STEP_NAMES, type Variant } from "./adopt-variant.ts";

const USAGE = `Usage: pnpm upstream:drill [<variant> …] [--seed <seed>] [--verbose]

Adopts documents that upstream might publish, each in a copy of the repository, and prints how far each comes.
A variant is all, none, random:<n>, or names of axes with commas between them. By default: each axis alone, some at random, all together.

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
else await drill(positionals.length > 0 ? positionals.map((axes) => ({ axes, seed: values.seed })) : allVariants());

/** Each axis alone, several drawn by three seeds, all together. */
function allVariants(): Variant[] {
  const { seed } = values;
  const drawn = [1, 2, 3].map((n) => ({ axes: "random:6", seed: `${seed}.${n}` }));
  return [...["none", ...AXES.map(({ name }) => name), "all"].map((axes) => ({ axes, seed })), ...drawn];
}

async function drill(variants: readonly Variant[]): Promise<void> {
  await using copy = await createAdoptionCopy();
  printRow(["variant", "seed", ...STEP_NAMES, "edits by hand"]);
  printRow(["---", "---", ...STEP_NAMES.map(() => "---"), "---"]);
  for (const variant of variants) {
    const { steps, edited } = await copy.adopt(variant);
    const cells = STEP_NAMES.map((_, index) => toCell(steps[index]));
    printRow([variant.axes, variant.seed, ...cells, edited.length === 0 ? "0" : edited.join(", ")]);
    const failure = steps.at(-1)?.failure;
    if (failure !== undefined && values.verbose) process.stdout.write(`\n${failure}\n\n`);
    if (failure !== undefined || edited.length > 0) process.exitCode = 1;
  }
}

function toCell(step: { readonly failure?: string } | undefined): string {
  if (step === undefined) return "";
  return step.failure === undefined ? "✓" : "✗";
}

function printRow(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}
