import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { listFiles } from "../../shared/list-files.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";

/** A file that the generator writes, with its state before. */
export interface GeneratedFile {
  /** Path below the repository root. */
  readonly file: string;
  /** `left over` is a file that the generator owns and no longer writes. */
  readonly state: "up to date" | "missing" | "different" | "left over";
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
 * @returns every file, with its state before
 */
export async function updateFolder(
  files: ReadonlyMap<string, string>,
  { root, folder, write, owned = [] }: FolderUpdate,
): Promise<GeneratedFile[]> {
  const place = join(root, folder);
  const found = await Promise.all(owned.map((subfolder) => listOwned(place, subfolder)));
  const paths = [...new Set([...files.keys(), ...found.flat()])];
  const compared = await Promise.all(
    paths.map(async (path) => ({ path, state: await compareFile(join(place, path), files.get(path)) })),
  );
  for (const { path, state } of compared) {
    if (write && state !== "up to date") await updateFile(join(place, path), files.get(path));
  }
  return compared.map(({ path, state }) => ({ file: posix.join(folder, path), state }));
}

async function listOwned(place: string, subfolder: string): Promise<string[]> {
  if (!existsSync(join(place, subfolder))) return [];
  return (await listFiles(join(place, subfolder))).map((file) => `${subfolder}/${file}`);
}

/** Compares a file with its generated content, byte for byte. */
async function compareFile(path: string, content: string | undefined): Promise<GeneratedFile["state"]> {
  if (content === undefined) return "left over";
  const existing = await readIfExists(path);
  if (existing === content) return "up to date";
  return existing === undefined ? "missing" : "different";
}

async function updateFile(path: string, content: string | undefined): Promise<void> {
  if (content === undefined) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
