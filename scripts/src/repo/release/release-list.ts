import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { arrayIn, asObject, asString } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { sha256Of } from "../../shared/sha256.ts";

/** A tarball of a release. */
export interface ReleaseEntry {
  readonly name: string;
  readonly version: string;
  /** Name of the tarball. */
  readonly file: string;
  readonly sha256: string;
  /** As the registry states it: `sha512-…`. */
  readonly integrity: string;
  /** The section of the changelog, in Markdown. */
  readonly notes: string;
}

/** The tarballs of a release, and the commit that they were packed from. */
export interface ReleaseList {
  readonly commit: string;
  readonly packages: readonly ReleaseEntry[];
}

const LIST_FILE = "release.json";

/** Prereleases never become what `npm install` takes by default. */
export function chooseTag(version: string): "next" | "latest" {
  return version.includes("-") ? "next" : "latest";
}

/** Describes a tarball. */
export async function describeTarball(
  path: string,
  { name, version, changelog }: { readonly name: string; readonly version: string; readonly changelog: string },
): Promise<ReleaseEntry> {
  const bytes = await readFile(path);
  const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  const notes = extractNotes(changelog, version);
  return { name, version, file: basename(path), sha256: sha256Of(bytes), integrity, notes };
}

/** Takes the section of a version out of a changelog, without its heading. */
export function extractNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split("\n", 1)[0]?.trim() === version);
  return section?.split("\n").slice(1).join("\n").trim() ?? "";
}

/** Formats the list that `sha256sum --check` reads. */
export function formatSums(packages: readonly ReleaseEntry[]): string {
  return packages.map(({ sha256, file }) => `${sha256}  ${file}\n`).join("");
}

/** Formats one line for each tarball: its dist-tag and its file, for the job that stages them without a checkout. */
export function formatStagePlan(packages: readonly ReleaseEntry[]): string {
  return packages.map(({ version, file }) => `${chooseTag(version)} ${file}\n`).join("");
}

/** Writes the lists of a release beside its tarballs: `release.json`, `SHA256SUMS` and `stage.txt`. */
export async function writeReleaseList(folder: string, list: ReleaseList): Promise<void> {
  await writeFile(join(folder, LIST_FILE), formatJson(list));
  await writeFile(join(folder, "SHA256SUMS"), formatSums(list.packages));
  await writeFile(join(folder, "stage.txt"), formatStagePlan(list.packages));
}

/**
 * Reads the list of a release.
 *
 * @throws {Error} when the folder has none, or naming the first field that is not valid
 */
export async function readReleaseList(folder: string): Promise<ReleaseList> {
  const file = join(folder, LIST_FILE);
  const text = await readIfExists(file);
  if (text === undefined) throw new Error(`${file} is missing; write it with \`pnpm release:pack\``);
  const list = asObject(parseJson(text, file), file);
  return {
    commit: readText(list["commit"], /^[\da-f]{40}$/, `${file}: commit`),
    packages: arrayIn(list, "packages").map((value, index) => {
      const place = `${file}: packages[${index}]`;
      const { name, version, file: tarball, sha256, integrity, notes } = asObject(value, place);
      return {
        name: readText(name, /^@nectar-sdk\/[a-z][\w.-]*$/, `${place}: name`),
        version: readText(version, /^\d+\.\d+\.\d+(?:-next\.\d+)?$/, `${place}: version`),
        file: readText(tarball, /^[\w.-]+\.tgz$/, `${place}: file`),
        sha256: readText(sha256, /^[\da-f]{64}$/, `${place}: sha256`),
        integrity: readText(integrity, /^sha512-[\w+/]{86}==$/, `${place}: integrity`),
        notes: asString(notes, `${place}: notes`),
      };
    }),
  };
}

function readText(value: unknown, pattern: RegExp, place: string): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new Error(`${place}: ${String(value)} does not match ${pattern.source}`);
}
