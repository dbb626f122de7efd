import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyRepository, type RepositoryCopy } from "../../src/repo/copy/copy-repository.ts";
import { NEWEST_VERSION } from "../../src/shared/versions.ts";
import { parseAxes } from "../../test/simulated-upstream/build-variant.ts";
import { writeVariant } from "../../test/simulated-upstream/write-variant.ts";

/** A copy of the repository under version control, in which one variant after the other is adopted. */
export interface AdoptionCopy extends AsyncDisposable {
  adopt(variant: Variant): Promise<Adoption>;
}

/** Documents that upstream might publish. */
export interface Variant {
  /** The only version that differs. */
  readonly only?: string | undefined;
  /** As `parseAxes` takes them: `all`, `random:4`, or names with commas between them. */
  readonly axes: string;
  readonly seed: string;
}

/** The result of an adoption. */
export interface Adoption {
  readonly steps: readonly Step[];
  /** Files that an adoption without failure changed outside `specs/`, generated ones apart. */
  readonly edited: readonly string[];
}

/** A step of the adoption. */
export interface Step {
  readonly name: string;
  /** Output of a command that failed. */
  readonly failure?: string;
}

/** Runs a command of the repository; the documents are in `folder`. */
type Run = (copy: RepositoryCopy, folder: string) => Promise<string>;

const MATRIX = ["node_modules/vitest/vitest.mjs", "run", "test/matrix.test.ts", "-t", `${NEWEST_VERSION}:`];

/** The commands that a person runs to land a pull. Each step needs those before it. */
const STEPS: readonly (readonly [name: string, run: Run])[] = [
  ["adopt", (copy, folder) => copy.pnpm("specs:adopt", "--from", folder)],
  ["codegen", (copy) => copy.pnpm("codegen", "--check")],
  ["examples", (copy) => copy.pnpm("specs:check")],
  ["types", (copy) => copy.pnpm("typecheck", "--continue=always", "--output-logs=errors-only", "--concurrency=1")],
  ["matrix", (copy) => copy.run("packages/contract-tests", process.execPath, ...MATRIX)],
  ["quickstart", (copy) => copy.pnpm("quickstart")],
];

/** The names of the steps, in order. */
export const STEP_NAMES: readonly string[] = STEPS.map(([name]) => name);

/** Copies the repository, installs it and commits it, so that `git status` shows what an adoption changes. */
export async function createAdoptionCopy(): Promise<AdoptionCopy> {
  const copy = await copyRepository();
  await copy.install();
  await commitAll(copy);
  return {
    async adopt(variant) {
      await git(copy, "reset", "--quiet", "--hard");
      await git(copy, "clean", "--quiet", "--force", "-d");
      const folder = await mkdtemp(join(tmpdir(), "variant-"));
      try {
        await writeVariant(parseAxes(variant.axes, variant.seed), variant.seed, folder, variant.only);
        const steps = await runSteps(copy, folder);
        return { steps, edited: steps.some(({ failure }) => failure !== undefined) ? [] : await listEdited(copy) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
  };
}

/** Runs the steps up to the first one that fails. */
async function runSteps(copy: RepositoryCopy, folder: string): Promise<Step[]> {
  const steps: Step[] = [];
  for (const [name, run] of STEPS) {
    const failure = await run(copy, folder).then(
      () => undefined,
      (error: Error) => error.message,
    );
    steps.push(failure === undefined ? { name } : { name, failure });
    if (failure !== undefined) break;
  }
  return steps;
}

async function listEdited(copy: RepositoryCopy): Promise<string[]> {
  const generated = new Set((await copy.pnpm("--silent", "codegen", "--list")).split("\n"));
  const status = await git(copy, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all");
  const changed = status.split("\0").map((entry) => entry.slice("XY ".length));
  return changed.filter((file) => file !== "" && !file.startsWith("specs/") && !generated.has(file));
}

async function commitAll(copy: RepositoryCopy): Promise<void> {
  await git(copy, "init", "--quiet");
  await git(copy, "add", "--all");
  const author = ["-c", "user.name=drill", "-c", "user.email=drill@example.com"];
  await git(copy, ...author, "commit", "--quiet", "--no-verify", "--message", "before");
}

function git(copy: RepositoryCopy, ...args: string[]): Promise<string> {
  return copy.run(".", "git", ...args);
}
