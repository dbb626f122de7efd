import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./generate.ts";

/** What differs between the generated files and those in a folder. */
export interface Stale {
  readonly path: string;
  readonly state: "missing" | "different" | "left over";
}

/** Compares the generated files with those in the folder; a file in `src` that is not generated is left over. */
export async function findStale(folder: string, files: readonly GeneratedFile[]): Promise<Stale[]> {
  const states = await Promise.all(
    files.map(async ({ path, content }): Promise<Stale[]> => {
      const before = await readText(join(folder, path));
      if (before === content) return [];
      return [{ path, state: before === undefined ? "missing" : "different" }];
    }),
  );
  const expected = new Set(files.map(({ path }) => path));
  const present = (await listFiles(join(folder, "src"))).map((name) => `src/${name}`);
  const leftOver = present.filter((path) => !expected.has(path)).map((path): Stale => ({ path, state: "left over" }));
  return [...states.flat(), ...leftOver].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes what is stale and removes what is left over; everything else keeps its bytes and its time stamp. */
export async function writeStale(folder: string, files: readonly GeneratedFile[], stale: readonly Stale[]): Promise<void> {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  for (const { path } of stale) {
    const target = join(folder, path);
    const content = contents.get(path);
    if (content === undefined) await rm(target);
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));
}
