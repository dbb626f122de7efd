import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lint } from "../../codegen/check-specs.ts";
import { messageOf, type Output } from "../../shared/command-line.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { packageName } from "../../shared/version-names.ts";
import { writeFiles } from "../../shared/write-files.ts";
import { main as adopt } from "../../specs/adopt/main.ts";
import { decide } from "../../specs/adopt/questions/decisions.ts";
import { DECISIONS_FILE, parseReasons } from "../../specs/decisions/reasons.ts";
import { readUpstream } from "../../specs/overlay/effective-document.ts";
import { normaliseUpstream, readRules } from "../../specs/overlay/normalise-upstream.ts";
import { formatDrift } from "../../specs/pull/format-drift.ts";
import { parseOptions } from "../../specs/pull/options.ts";
import { pull, type VersionPlan } from "../../specs/pull/pull.ts";
import { changesetName } from "../spec-changeset/changeset-file.ts";
import { openGit } from "../spec-changeset/git.ts";
import { listPackageChanges } from "../spec-changeset/list-package-changes.ts";
import { main as describeChanges } from "../spec-changeset/main.ts";
import { judgeSource } from "./judge-source.ts";
import { nameBranch, type PullRequest, planPullRequest } from "./plan-pull-request.ts";

/** The result of a pull of one version. */
export type Outcome =
  | { readonly kind: "unchanged" }
  /** The document must not be proposed. */
  | { readonly kind: "unwell"; readonly reason: string }
  | { readonly kind: "changed"; readonly pullRequest: PullRequest };

/** The arguments of {@link propose}. */
export interface ProposeOptions {
  /** Root of the repository, which receives the changed files. */
  readonly root: string;
  readonly version: string;
  /** As `--from` of `pnpm specs:pull`. */
  readonly from: string | undefined;
  readonly lint: Lint;
}

/** A pull with the report for people. */
export interface Proposal {
  readonly outcome: Outcome;
  /** In Markdown, line by line; empty without a change. */
  readonly report: readonly string[];
}

/** Why a command of the repository refused. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

/**
 * Pulls a version and lands it in the working tree: documents, names, overlays, packages, changesets. A document that cannot be
 * fetched, is not valid, or lost more than a fifth of its operations changes nothing.
 */
export async function propose(options: ProposeOptions): Promise<Proposal> {
  const { root, version, from, lint } = options;
  const specs = join(root, "specs");
  const where = ["--version", version, ...(from === undefined ? [] : ["--from", from])];
  let plan: VersionPlan;
  try {
    plan = await check(specs, where);
  } catch (error) {
    return { outcome: { kind: "unwell", reason: messageOf(error) }, report: [] };
  }
  const report = formatDrift(plan, { format: "markdown", most: undefined, verbose: false });
  if (!plan.isChange) return { outcome: { kind: "unchanged" }, report: [] };
  await carryWords(root, version);
  try {
    await run((output) => adopt(where, root, output, lint));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: { kind: "unwell", reason: error.message }, report };
  }
  await run((output) => describeChanges([], root, output));
  const changes = await listPackageChanges(root, openGit(root), undefined);
  const breaking = changes.flatMap(({ packageName: name, change }) =>
    name === packageName(version) && change?.bump === "major" ? change.ids : [],
  );
  const decisions = await readIfExists(join(specs, DECISIONS_FILE));
  const pullRequest = planPullRequest({
    ...{ version, changes: plan.changes, report, breaking },
    ...{ questions: decide(decisions, [], () => false).open, reasons: parseReasons(decisions) },
  });
  return { outcome: { kind: "changed", pullRequest }, report };
}

/** Pulls without writing. */
async function check(specs: string, where: readonly string[]): Promise<VersionPlan> {
  const options = parseOptions([...where, "--specs", specs, "--check"], specs);
  const [plan] = options.help ? [] : await pull(options);
  if (plan === undefined) throw new Error("expected one version");
  const rules = await readRules(specs);
  const known = normaliseUpstream(await readUpstream(specs, plan.version), rules).document;
  const reason = judgeSource(known, normaliseUpstream(JSON.parse(plan.content), rules).document);
  if (reason !== undefined) throw new Error(`${plan.version}: ${plan.source}: ${reason}`);
  return plan;
}

/** Takes over what people wrote on the branch of the version: choices, reasons, and words of changesets. */
async function carryWords(root: string, version: string): Promise<void> {
  const git = openGit(root);
  const branch = await git.findCommit(`origin/${nameBranch(version)}`);
  if (branch === undefined) return;
  const changesets = [packageName(version), "@nectar-sdk/webhooks"].map((name) => `.changeset/${changesetName(name)}`);
  for (const file of [`specs/${DECISIONS_FILE}`, ...changesets]) {
    const text = await git.readFile(branch, file);
    if (text !== undefined) await writeFiles([{ path: join(root, file), content: text }]);
  }
}

async function run(command: (output: Output) => Promise<number>): Promise<void> {
  const errors: string[] = [];
  const code = await command({ log: () => {}, error: (line) => errors.push(line) });
  if (code !== 0) throw new Refusal(errors.join("\n"));
}

/** Writes what the next job needs: `outcome.json`, and the whole report as `report.md`. */
export async function writeProposal(folder: string, { outcome, report }: Proposal): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "outcome.json"), `${JSON.stringify(outcome, undefined, 2)}\n`);
  await writeFile(join(folder, "report.md"), `${report.join("\n")}\n`);
}
