import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { listFiles } from "../../shared/list-files.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";

/** A file that was written, or would have to be. */
export interface ChangedFile {
  /** Path below the repository root. */
  readonly file: string;
  /** `left over` is a file that the generator owns and no longer writes. */
  readonly state: "missing" | "different" | "left over";
}

/** The arguments of {@link updateFolder} apart from the files. */
export interface FolderUpdate {
  readonly root: string;
  /** Folder below the root; the paths of the files begin there. */
  readonly folder: string;
  /** Whether to write, or to compare only. */
  readonly write: boolean;
  /** Subfolders in which every other file is removed. */
  readonly owned?: readonly string[];
}

/**
 * Writes the generated files of a folder, and removes those that are left over. Files that are up to date keep their time stamps.
 *
 * @returns the files that were not up to date
 */
export async function updateFolder(
  files: ReadonlyMap<string, string>,
  { root, folder, write, owned = [] }: FolderUpdate,
): Promise<ChangedFile[]> {
  const place = join(root, folder);
  const found = await Promise.all(owned.map((subfolder) => listOwned(place, subfolder)));
  const paths = [...new Set([...files.keys(), ...found.flat()])];
  const compared = await Promise.all(paths.map((path) => compareFile(join(place, path), files.get(path))));
  const stale = paths.flatMap((path, index) => {
    const state = compared[index];
    return state === undefined ? [] : [{ path, state }];
  });
  if (write) for (const { path } of stale) await updateFile(join(place, path), files.get(path));
  return stale.map(({ path, state }) => ({ file: posix.join(folder, path), state }));
}

async function listOwned(place: string, subfolder: string): Promise<string[]> {
  if (!existsSync(join(place, subfolder))) return [];
  return (await listFiles(join(place, subfolder))).map((file) => `${subfolder}/${file}`);
}

/** Compares a file with its generated content; `undefined` where they are the same, byte for byte. */
async function compareFile(path: string, content: string | undefined): Promise<ChangedFile["state"] | undefined> {
  if (content === undefined) return "left over";
  const existing = await readIfExists(path);
  if (existing === content) return undefined;
  return existing === undefined ? "missing" : "different";
}

async function updateFile(path: string, content: string | undefined): Promise<void> {
  if (content === undefined) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
