import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";

/** The root of this repository. */
export const ROOT: string = join(import.meta.dirname, "../../..");

/** A copy of the files that the generator reads and writes, in a temporary folder. */
export interface TemporaryRepository extends AsyncDisposable {
  readonly root: string;
  /** Text of every file by its path below the root. */
  read(): Promise<ReadonlyMap<string, string>>;
}

/** Files that tools leave in a package; the generator needs none of them. */
const NOT_COPIED = new Set(["node_modules", "dist", "reports", ".turbo", "reconstruction"]);

/** Copies `specs` and the packages of the API versions to a new temporary folder, which goes when it is disposed. */
export async function temporaryRepository(): Promise<TemporaryRepository> {
  const root = await mkdtemp(join(tmpdir(), "codegen-"));
  const filter = (path: string): boolean => !NOT_COPIED.has(basename(path));
  await cp(join(ROOT, "specs"), join(root, "specs"), { recursive: true, filter });
  const packages = (await readdir(join(ROOT, "packages"))).filter((name) => name.startsWith("api-v"));
  for (const name of packages) {
    await cp(join(ROOT, "packages", name), join(root, "packages", name), { recursive: true, filter });
  }
  return wrapFolder(root);
}

/** A folder as a repository that goes when it is disposed. */
export function wrapFolder(root: string): TemporaryRepository {
  return { root, read: () => readTree(root), [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

/** Text of every file below a folder, by its path there. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.sort().map(async (path): Promise<[string, string]> => [relative(folder, path), await readFile(path, "utf8")]),
  );
  return new Map(texts);
}
