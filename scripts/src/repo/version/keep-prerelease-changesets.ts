import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";

/** The fixed name that `pnpm specs:changeset` gives, without a version yet. */
const UNDATED = /^(spec-(?:v\d+\.\d+|webhooks))\.md$/;

/**
 * Renames the changesets of documents that a prerelease has consumed, from `spec-v2.2.md` to `spec-v2.2-<version>.md`. Without it, the
 * next change of the document takes the name again, and its prerelease overwrites the file: the changelog of the stable version would
 * miss its lines.
 *
 * @param versions version by the name of the package
 */
export async function keepPrereleaseChangesets(root: string, versions: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(root, ".changeset/pre");
  for (const file of await listFolder(folder)) {
    const name = UNDATED.exec(file)?.[1];
    if (name === undefined) continue;
    const { releases } = parseChangesetFile(await readFile(join(folder, file), "utf8"));
    const version = versions.get(releases[0]?.name ?? "");
    if (version === undefined) throw new Error(`.changeset/pre/${file} names no package that the workspace publishes`);
    await rename(join(folder, file), join(folder, `${name}-${version}.md`));
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
