import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageFiles } from "../generate-package.ts";

/** A file on disk that differs from the generated one. */
export interface StaleFile {
  /** Path in the folder of the package. */
  readonly file: string;
  /** `left over` is a file that the generator owns and no longer writes. */
  readonly state: "missing" | "different" | "left over";
}

/** Folders in which the generator owns every file. */
const OWNED = ["src"];

/** Compares a folder with the generated package; returns an empty list if they are identical. */
export async function comparePackage(folder: string, files: PackageFiles): Promise<StaleFile[]> {
  const written = await Promise.all([...files].map(([file, content]) => compareFile(folder, file, content)));
  const found = await Promise.all(OWNED.map((owned) => listFiles(folder, owned)));
  const leftOver = found
    .flat()
    .filter((file) => !files.has(file))
    .map((file): StaleFile => ({ file, state: "left over" }));
  return [...written.flat(), ...leftOver].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Compares one file with its generated content. */
export async function compareFile(folder: string, file: string, content: string): Promise<StaleFile[]> {
  const existing = await readFile(join(folder, file), "utf8").catch(ifMissing(undefined));
  if (existing === content) return [];
  return [{ file, state: existing === undefined ? "missing" : "different" }];
}

async function listFiles(folder: string, owned: string): Promise<string[]> {
  const entries = await readdir(join(folder, owned), { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}

function ifMissing<T>(fallback: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return fallback;
    throw error;
  };
}
