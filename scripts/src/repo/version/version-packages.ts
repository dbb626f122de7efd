import { glob, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitPre, readPreState } from "@changesets/pre";
import { asObject, asString } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { listPublished, readManifest } from "../../shared/read-manifest.ts";
import { DECISIONS_FILE, removeReasons } from "../../specs/decisions/reasons.ts";
import { readLock } from "../../specs/lock/spec-lock.ts";
import { removeMarkers } from "../spec-changeset/changeset-file.ts";
import { keepPrereleaseChangesets } from "./keep-prerelease-changesets.ts";
import { pinPackages } from "./pin-packages.ts";

/** Projects outside the workspace; those inside ask for `workspace:` ranges, which stay. */
const PROJECTS = ["examples/*/package.json", "tools/*/package.json"];

/** The arguments of {@link versionPackages}. */
export interface VersionOptions {
  /** Root of the repository. */
  readonly root: string;
  /** Runs pnpm there. */
  readonly pnpm: (...args: readonly string[]) => Promise<unknown>;
}

/**
 * Consumes the changesets: writes versions and changelogs, pins the projects outside the workspace to the new versions, refreshes the
 * lockfile and formats. The reasons for breaking changes go. Prereleases end by themselves once no document is reconstructed.
 *
 * @throws {Error} when there is nothing to release, or a command fails
 */
export async function versionPackages({ root, pnpm }: VersionOptions): Promise<ReadonlyMap<string, string>> {
  // A run that was killed may have left consumed changesets under their first name.
  await keepPrereleaseChangesets(root, await readPublishedVersions(root));
  if (await isPrereleaseOver(root)) await exitPre(root);
  await pnpm("exec", "changeset", "version");
  const versions = await readPublishedVersions(root);
  await keepPrereleaseChangesets(root, versions);
  await cleanChangelogs(root);
  await emptyReasons(root);
  await pinProjects(root, versions);
  await pnpm("install", "--lockfile-only", "--no-frozen-lockfile");
  await pnpm("format");
  return versions;
}

async function isPrereleaseOver(root: string): Promise<boolean> {
  const state = await readPreState(root);
  if (state?.mode !== "pre") return false;
  const lock = await readLock(join(root, "specs"));
  return lock.size > 0 && [...lock.values()].every(({ origin }) => origin === "upstream");
}

/** The versions of the published packages by name. */
export async function readPublishedVersions(root: string): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for (const folder of await listPublished(root)) {
    const { name, version } = await readManifest(join(root, folder));
    versions.set(asString(name, folder), asString(version, folder));
  }
  return versions;
}

async function cleanChangelogs(root: string): Promise<void> {
  for (const folder of await listPublished(root)) {
    const path = join(root, folder, "CHANGELOG.md");
    const text = await readIfExists(path);
    if (text !== undefined) await writeFile(path, removeMarkers(text));
  }
}

/** Reasons for breaking changes belong to one release. */
async function emptyReasons(root: string): Promise<void> {
  const path = join(root, "specs", DECISIONS_FILE);
  const text = await readIfExists(path);
  if (text === undefined) return;
  const rest = removeReasons(text);
  if (rest === undefined) await rm(path);
  else await writeFile(path, rest);
}

async function pinProjects(root: string, versions: ReadonlyMap<string, string>): Promise<void> {
  for await (const path of glob(PROJECTS, { cwd: root })) {
    const file = join(root, path);
    const manifest = asObject(parseJson(await readFile(file, "utf8"), file), file);
    await writeFile(file, formatJson(pinPackages(manifest, versions)));
  }
}
