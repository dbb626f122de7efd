import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { packageName, versionIdentifier } from "../../shared/version-names.ts";
import { NEWEST_VERSION, VERSIONS } from "../../shared/versions.ts";
import type { ReadReleases } from "../release/registry-client.ts";
import type { Bump } from "../spec-changeset/describe-changes.ts";
import { judgeMoves, listMoves, type Move, type Versions } from "./moves/judge-moves.ts";
import type { Npm } from "./registry/prepare-npm.ts";
import type { ReleaseRepository } from "./release-repository.ts";

export const CLIENT = "@nectar-sdk/client";
export const KIT = "@nectar-sdk/testing";
export const WEBHOOKS = "@nectar-sdk/webhooks";
export const MIGRATE = "@nectar-sdk/migrate";
/** The package of the newest API version, and the name of its value. */
export const API: string = packageName(NEWEST_VERSION);
export const API_VALUE: string = versionIdentifier(NEWEST_VERSION);

/** Packages that no change of a document moves. */
export const STILL: readonly string[] = [CLIENT, KIT, "@nectar-sdk/openapi"];

/** Everything that the steps of a rehearsal share. */
export interface Rehearsal {
  readonly repository: ReleaseRepository;
  /** npm on the oldest supported Node. */
  readonly npm: Npm;
  readonly readReleases: ReadReleases;
  /** Temporary folder. */
  readonly folder: string;
  /** Makes the mistake of `--fault`, if any. */
  readonly makeFault: (root: string) => Promise<void>;
  /** The versions of the first publication, once there is one. */
  first: Versions;
}

/** The result of a step. */
export interface Outcome {
  readonly moves?: readonly Move[];
  readonly problems?: readonly string[];
}

/** A step; those after it need it. */
export interface Step {
  readonly name: string;
  /** Whether it applies; always by default. */
  readonly applies?: (rehearsal: Rehearsal) => Promise<boolean>;
  readonly run: (rehearsal: Rehearsal) => Promise<Outcome>;
}

/** Adopts changed documents, as one pull from a folder. The others do not change. */
export async function adopt(
  { repository, folder }: Rehearsal,
  documents: Readonly<Record<string, JsonObject>>,
): Promise<void> {
  const source = join(folder, "documents");
  for (const version of VERSIONS) {
    await mkdir(join(source, version), { recursive: true });
    const document = documents[version] ?? (await repository.readDocument(version));
    await writeFile(join(source, version, "openapi.json"), formatJson(document));
  }
  await repository.runCommand("specs/adopt/cli.ts", "--from", source);
}

/** Lists the packages whose files changed and that no changeset may move. */
export async function findUnexpected({ repository }: Rehearsal, expected: Iterable<string>): Promise<string[]> {
  const may = new Set(expected);
  const changed = await repository.listChanged();
  return changed.filter((name) => !may.has(name)).map((name) => `${name} has other files, and must not move`);
}

/** Writes the changesets of the documents, consumes them, and compares what moved with what must. */
export async function versionDocuments(rehearsal: Rehearsal, expected: ReadonlyMap<string, Bump>): Promise<Outcome> {
  const { repository } = rehearsal;
  const unexpected = await findUnexpected(rehearsal, expected.keys());
  await repository.runCommand("repo/spec-changeset/cli.ts");
  const outcome = await version(rehearsal, expected);
  return { ...outcome, problems: [...unexpected, ...(outcome.problems ?? [])] };
}

/** Consumes the changesets, commits, and compares what moved with what must. */
export async function version(
  { repository }: Rehearsal,
  expected: ReadonlyMap<string, Bump>,
  bumpsAreKnown = true,
): Promise<Outcome> {
  const before = await repository.readVersions();
  await repository.runCommand("repo/version/cli.ts");
  const after = await repository.readVersions();
  await repository.commit("Version packages");
  const problems = judgeMoves(before, after, expected, await repository.isPrerelease());
  const moves = listMoves(before, after);
  return { moves, problems: bumpsAreKnown ? problems : problems.filter((line) => !line.includes("must not move")) };
}

/** Publishes what the registry lacks, and compares it with what must be published. */
export async function publish(
  { repository, npm, readReleases, folder }: Rehearsal,
  expected: readonly string[],
): Promise<Outcome> {
  const published = await repository.publish(npm, readReleases, join(folder, "release"));
  const versions = await repository.readVersions();
  const problems: string[] = [];
  for (const [name, current] of versions) {
    if (!(await readReleases(name)).has(current)) problems.push(`the registry lacks ${name}@${current}`);
  }
  const [wanted, found] = [[...expected].sort().join(", "), [...published].sort().join(", ")];
  if (wanted !== found) problems.push(`published ${found || "nothing"} instead of ${wanted || "nothing"}`);
  const moves = published.map((text) => ({
    name: text.slice(0, text.lastIndexOf("@")),
    before: "tarball",
    after: text.slice(text.lastIndexOf("@") + 1),
  }));
  return { moves, problems };
}

/** `@scope/name@1.0.0` of each package in its current version. */
export async function listCurrent({ repository }: Rehearsal): Promise<string[]> {
  return [...(await repository.readVersions())].map(([name, current]) => `${name}@${current}`);
}
