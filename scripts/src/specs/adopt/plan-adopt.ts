import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "@nectar-sdk/openapi/diff";
import { groupBy, type JsonObject, readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import type { Lint } from "../../codegen/check-specs.ts";
import type { NamedDocument } from "../../codegen/types/find-type.ts";
import type { JournalEntry } from "../../shared/journal.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { readVersions } from "../../shared/versions.ts";
import { addNames } from "../add-version/add-names.ts";
import { checkExamples } from "../check/check-examples.ts";
import { DECISIONS_FILE } from "../decisions/reasons.ts";
import { formatDifferences } from "../differences/format-differences.ts";
import { listPlacesWithoutExample } from "../examples/validate-examples.ts";
import { countDocument } from "../expectations/count-document.ts";
import { EXPECTATIONS_FILE, updateExpectations } from "../expectations/expectations.ts";
import { generateOverlay } from "../generated-examples/generate-overlay.ts";
import { readLock } from "../lock/spec-lock.ts";
import { judgeOverlays, overlayVersion } from "../overlay/effective-document.ts";
import type { PullSettings } from "../pull/options.ts";
import { pull } from "../pull/pull.ts";
import { type StagedRepository, stageRepository } from "../staging/staged-repository.ts";
import { carryNames } from "./carry/carry-names.ts";
import { carryTargets, makeOptional } from "./carry/carry-overlays.ts";
import { type CarriedTypes, carryTypes, nameDocuments } from "./carry/carry-types.ts";
import { keepWebhooks, keptWebhooksFile } from "./carry/keep-webhooks.ts";
import { formatLeftOut, type LeftOut, leftOutFile, listLeftOut } from "./carry/leave-out.ts";
import { type DocumentPair, matchOperations, type OperationMatches } from "./carry/match-operations.ts";
import { type JudgedGuesses, judgeGuesses } from "./judge-guesses.ts";
import { measureGrowth } from "./measure-growth.ts";
import { type Decisions, decide } from "./questions/decisions.ts";
import { isSettled } from "./questions/is-settled.ts";
import { askQuestions } from "./questions/questions.ts";
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
  readonly types: CarriedTypes;
  /** Actions of overlays that match nothing any more: `20-companies.yaml: actions[3] (…) …`. */
  readonly unmatched: readonly string[];
  /** Examples with generated parts, and removed parts, by version. */
  readonly filled: ReadonlyMap<string, readonly string[]>;
  readonly dropped: ReadonlyMap<string, readonly string[]>;
  /** Examples that do not fit their schemas: `v2.0 <operation> parameter id: …`. */
  readonly misfits: readonly string[];
  /** Places for which no valid example was found: `v2.0 <operation> response 200: …`. */
  readonly bare: readonly string[];
  /** The guesses of reconstructed documents that the pull replaces, by version. */
  readonly guesses: ReadonlyMap<string, JudgedGuesses>;
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
  const lock = await readLock(specs);
  const plans = await pull({ ...settings, specs, check: false });
  const pairs = pairDocuments(before, await readNormalised(specs, versions));
  const matches = matchOperations(pairs);
  const resources = await staged.read(RESOURCES_FILE);
  const carried = carryNames(resources, matches);
  const overlays = await carryOverlays(staged, matches);

  const kept = pairs.flatMap(({ version, before, after }) => {
    const text = keepWebhooks(before, after, version);
    return text === undefined ? [] : [{ version, text }];
  });
  const replaced = plans.filter(
    ({ version, entry }) => entry.origin === "upstream" && lock.get(version)?.origin === "reconstructed",
  );
  const leftOut = await leaveOut(staged, pairs);
  const guesses = new Map(
    pairs
      .filter(({ version }) => replaced.some((plan) => plan.version === version))
      .map((pair) => [pair.version, judgeGuesses(pair, matches.moved)] as const),
  );
  const changes = new Map(plans.map((plan) => [plan.version, plan.changes]));
  const questions = askQuestions({
    pairs,
    changes,
    lost: carried.lost,
    withoutWebhooks: kept.map(({ version }) => version),
    leftOut,
  });
  const recorded = await readIfExists(join(specs, DECISIONS_FILE));
  const decisions = decide(recorded, questions, (id) => isSettled(id, pairs));
  await staged.write(`specs/${DECISIONS_FILE}`, decisions.text);
  const keeps = decisions.choices.get("webhooks-gone") !== "drop";
  for (const version of versions) {
    const own = kept.find((entry) => entry.version === version);
    await staged.write(`specs/${keptWebhooksFile(version)}`, keeps ? own?.text : undefined);
  }

  const unmatched = await allowUnmatched(staged, overlays, versions);
  const documents = await overlayAll(specs, versions);
  const named = await writeNames(
    staged,
    carryNames(carried.text, { ...matches, lost: listAbsent(leftOut, documents) }).text,
    matches,
    nameDocuments(
      resources,
      pairs.map(({ before }) => before),
    ),
    documents,
  );
  const { filled, dropped, fitted } = await fitExamples(staged, documents);
  const misfits = [...fitted].flatMap(([version, document]) => listMisfits(version, document));
  const bare = [...fitted].flatMap(([version, document]) =>
    listPlacesWithoutExample(document).map((line) => `${version} ${line}`),
  );
  await staged.generate(lint);
  await writeExpectations(staged, root, fitted);
  const normalised = pairs.map(({ version, after }) => [version, after] as const);
  await staged.write("specs/DIFFERENCES.md", formatDifferences(new Map(normalised)));
  return {
    files: await staged.listChanges(),
    ...{ changes, matches, lost: carried.lost, ...named, unmatched, filled, dropped },
    ...{ misfits, bare, guesses, decisions },
  };
}

function listMisfits(version: string, document: JsonObject): string[] {
  return checkExamples(document).map(({ at, message }) => `${version} ${at}: ${message}`);
}

/** Removes what the generator does not support, so that the rest lands. */
async function leaveOut(staged: StagedRepository, pairs: readonly DocumentPair[]): Promise<LeftOut[]> {
  const all: LeftOut[] = [];
  for (const { version, before } of pairs) {
    await staged.write(`specs/${leftOutFile(version)}`, undefined);
    await staged.write(`specs/${fittedFile(version)}`, undefined);
    const { document } = await overlayVersion(join(staged.root, "specs"), version);
    const own = listLeftOut(version, document, before);
    await staged.write(`specs/${leftOutFile(version)}`, formatLeftOut(version, document, own));
    all.push(...own);
  }
  return all;
}

/** The operations that were left out of every document. */
function listAbsent(leftOut: readonly LeftOut[], documents: ReadonlyMap<string, JsonObject>): string[] {
  const present = new Set(
    [...documents.values()].flatMap((document) =>
      readApi(document).operations.map(({ method, path }) => toOperationKey(method, path)),
    ),
  );
  return leftOut.filter(({ key, isWhole }) => isWhole && !present.has(key)).map(({ key }) => key);
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

/** Names new operations, carries the types over, and writes both. */
async function writeNames(
  staged: StagedRepository,
  carried: string,
  matches: OperationMatches,
  before: readonly NamedDocument[],
  documents: ReadonlyMap<string, JsonObject>,
): Promise<Pick<AdoptPlan, "derived" | "types">> {
  const derived = new Map<string, string>();
  let text = carried;
  for (const [version, document] of documents) {
    const named = addNames(text, version, readApi(document));
    text = named.text;
    for (const [key, name] of named.added) derived.set(key, name);
  }
  // The ids of new operations may differ between versions, too.
  text = carryNames(text, matches).text;
  const types = carryTypes(text, before, nameDocuments(text, [...documents.values()]));
  await staged.write(RESOURCES_FILE, types.text);
  return { derived, types };
}

async function fitExamples(
  staged: StagedRepository,
  documents: ReadonlyMap<string, JsonObject>,
): Promise<Pick<AdoptPlan, "filled" | "dropped"> & { readonly fitted: ReadonlyMap<string, JsonObject> }> {
  const [filled, dropped] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  const fitted = new Map<string, JsonObject>();
  for (const [version, document] of documents) {
    const overlay = generateOverlay(document, version);
    if (overlay.text !== undefined) await staged.write(`specs/${fittedFile(version)}`, overlay.text);
    fitted.set(version, overlay.document);
    filled.set(version, overlay.filled);
    dropped.set(version, overlay.dropped);
  }
  return { filled, dropped, fitted };
}

async function writeExpectations(
  staged: StagedRepository,
  root: string,
  documents: ReadonlyMap<string, JsonObject>,
): Promise<void> {
  const counts = [...documents].map(([version, document]) => [version, countDocument(document)] as const);
  const growth = await measureGrowth(root, staged.root, [...documents.keys()]);
  const text = await readFile(join(root, EXPECTATIONS_FILE), "utf8");
  await staged.write(EXPECTATIONS_FILE, updateExpectations(text, new Map(counts), growth));
}

async function overlayAll(specs: string, versions: readonly string[]): Promise<Map<string, JsonObject>> {
  const documents = new Map<string, JsonObject>();
  for (const version of versions) documents.set(version, (await overlayVersion(specs, version)).document);
  return documents;
}
