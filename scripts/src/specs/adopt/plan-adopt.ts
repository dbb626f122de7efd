import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "@nectar-sdk/openapi/diff";
import { groupBy, readApi } from "@nectar-sdk/openapi/document";
import type { Lint } from "../../codegen/check-specs.ts";
import type { JournalEntry } from "../../shared/journal.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { readVersions } from "../../shared/versions.ts";
import { addNames } from "../add-version/add-names.ts";
import { generateOverlay } from "../add-version/generate-overlay.ts";
import { formatDifferences } from "../differences/format-differences.ts";
import { countDocument } from "../expectations/count-document.ts";
import { EXPECTATIONS_FILE, updateExpectations } from "../expectations/expectations.ts";
import { judgeOverlays, overlayVersion, readUpstream } from "../overlay/effective-document.ts";
import type { PullSettings } from "../pull/options.ts";
import { pull } from "../pull/pull.ts";
import { type StagedRepository, stageRepository } from "../staging/staged-repository.ts";
import { carryNames } from "./carry-names.ts";
import { carryTargets, makeOptional } from "./carry-overlays.ts";
import { DECISIONS_FILE, type Decisions, decide } from "./decisions.ts";
import { keepWebhooks, keptWebhooksFile } from "./keep-webhooks.ts";
import { matchOperations, type OperationMatches } from "./match-operations.ts";
import { measureGrowth } from "./measure-growth.ts";
import { askQuestions } from "./questions.ts";
import { pairDocuments, readNormalised } from "./read-normalised.ts";

/** A pull with everything that follows from it. */
export interface AdoptPlan {
  /** Every file that differs afterwards. */
  readonly files: readonly JournalEntry[];
  /** Changes by version, apart from style. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly matches: OperationMatches;
  /** Names of lost operations, and the derived names of new ones, by key. */
  readonly lost: ReadonlyMap<string, string>;
  readonly derived: ReadonlyMap<string, string>;
  /** Actions of overlays that match nothing any more: `20-companies.yaml: actions[3] (…) …`. */
  readonly unmatched: readonly string[];
  /** Examples with generated parts, and removed parts, by version. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
  readonly dropped: ReadonlyMap<string, readonly string[]>;
  readonly decisions: Decisions;
}

const RESOURCES_FILE = "specs/resources.yaml";

/**
 * Pulls into a copy of the repository, lands the documents there, and compares it with the repository.
 *
 * @throws {Error} for a document that is refused, a decision that is not valid, or a problem of the generator
 */
export async function planAdopt(root: string, settings: PullSettings, lint: Lint): Promise<AdoptPlan> {
  await using staged = await stageRepository(root);
  const specs = join(staged.root, "specs");
  const versions = await readVersions(specs);
  const before = await readNormalised(specs, versions);
  const plans = await pull({ ...settings, specs, check: false });
  const pairs = pairDocuments(before, await readNormalised(specs, versions));
  const matches = matchOperations(pairs);
  const carried = carryNames(await staged.read(RESOURCES_FILE), matches);
  const overlays = await carryOverlays(staged, matches);

  const kept = pairs.flatMap(({ version, before, after }) => {
    const text = keepWebhooks(before, after, version);
    return text === undefined ? [] : [{ version, text }];
  });
  const changes = new Map(plans.map((plan) => [plan.version, plan.changes]));
  const questions = askQuestions({
    pairs,
    changes,
    lost: carried.lost,
    withoutWebhooks: kept.map(({ version }) => version),
  });
  const decisions = decide(await readIfExists(join(specs, DECISIONS_FILE)), questions);
  if (decisions.text !== undefined) await staged.write(`specs/${DECISIONS_FILE}`, decisions.text);
  const keeps = decisions.choices.get("webhooks-gone") !== "overlay";
  for (const version of versions) {
    const own = kept.find((entry) => entry.version === version);
    await staged.write(`specs/${keptWebhooksFile(version)}`, keeps ? own?.text : undefined);
    await staged.write(`specs/${fittedFile(version)}`, undefined);
  }

  const unmatched = await allowUnmatched(staged, overlays, versions);
  const named = await nameOperations(staged, carried.text, versions);
  const { filled, dropped } = await fitExamples(staged, versions);
  await staged.generate(lint);
  await writeExpectations(staged, root, versions);
  const documents = versions.map(async (version) => [version, await readUpstream(specs, version)] as const);
  await staged.write("specs/DIFFERENCES.md", formatDifferences(new Map(await Promise.all(documents))));
  return {
    files: await staged.listChanges(),
    ...{ changes, matches, lost: carried.lost, derived: named, unmatched, filled, dropped, decisions },
  };
}

/** Path of the overlay with the generated examples of a version, below `specs`. */
function fittedFile(version: string): string {
  return `overlays/95-fitted-${version}.yaml`;
}

/** Rewrites the overlays; returns the text of each file. */
async function carryOverlays(staged: StagedRepository, { moved }: OperationMatches): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of await staged.list("specs/overlays")) {
    if (!file.endsWith(".yaml")) continue;
    const text = carryTargets(await staged.read(file), moved);
    await staged.write(file, text);
    texts.set(file, text);
  }
  return texts;
}

async function allowUnmatched(
  staged: StagedRepository,
  texts: ReadonlyMap<string, string>,
  versions: readonly string[],
): Promise<readonly string[]> {
  const { problems, actions } = await judgeOverlays(join(staged.root, "specs"), versions);
  for (const [overlay, own] of groupBy(actions, (action) => action.overlay)) {
    const file = `specs/overlays/${overlay}`;
    await staged.write(
      file,
      makeOptional(
        texts.get(file) ?? "",
        own.map(({ index }) => index),
      ),
    );
  }
  return problems;
}

async function nameOperations(
  staged: StagedRepository,
  resources: string,
  versions: readonly string[],
): Promise<Map<string, string>> {
  const derived = new Map<string, string>();
  let text = resources;
  for (const version of versions) {
    const { document } = await overlayVersion(join(staged.root, "specs"), version);
    const named = addNames(text, version, readApi(document));
    text = named.text;
    for (const [key, name] of named.added) derived.set(key, name);
  }
  await staged.write(RESOURCES_FILE, text);
  return derived;
}

async function fitExamples(
  staged: StagedRepository,
  versions: readonly string[],
): Promise<Pick<AdoptPlan, "filled" | "dropped">> {
  const [filled, dropped] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  for (const version of versions) {
    const { document } = await overlayVersion(join(staged.root, "specs"), version);
    const fitted = generateOverlay(document, version);
    if (fitted.text !== undefined) await staged.write(`specs/${fittedFile(version)}`, fitted.text);
    filled.set(version, fitted.filled);
    dropped.set(version, fitted.dropped);
  }
  return { filled, dropped };
}

async function writeExpectations(staged: StagedRepository, root: string, versions: readonly string[]): Promise<void> {
  const counts = await Promise.all(
    versions.map(async (version) => {
      const { document } = await overlayVersion(join(staged.root, "specs"), version);
      return [version, countDocument(document)] as const;
    }),
  );
  const growth = await measureGrowth(root, staged.root, versions);
  const text = await readFile(join(root, EXPECTATIONS_FILE), "utf8");
  await staged.write(EXPECTATIONS_FILE, updateExpectations(text, new Map(counts), growth));
}
