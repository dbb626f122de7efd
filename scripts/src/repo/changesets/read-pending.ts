import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { messageOf } from "../../shared/command-line.ts";

/** A changeset that no version has consumed. */
export interface PendingChangeset {
  /** `.changeset/spec-v2.2.md` */
  readonly file: string;
  readonly releases: readonly { readonly name: string; readonly type: "major" | "minor" | "patch" | "none" }[];
}

/**
 * Reads the changesets of the next release.
 *
 * @param packages the names that a changeset may contain
 * @throws {Error} naming the file that cannot be parsed or names another package, which `readChangesets` does not
 */
export async function readPending(root: string, packages: ReadonlySet<string>): Promise<PendingChangeset[]> {
  const folder = join(root, ".changeset");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md") && file !== "README.md").sort();
  const pending: PendingChangeset[] = [];
  for (const name of files) {
    const file = `.changeset/${name}`;
    const { releases } = parse(await readFile(join(folder, name), "utf8"), file);
    const unknown = releases.find((release) => !packages.has(release.name));
    if (unknown !== undefined) {
      throw new Error(`${file} names ${unknown.name}, which is not in the workspace. Correct the name`);
    }
    pending.push({ file, releases });
  }
  return pending;
}

function parse(text: string, file: string): Pick<PendingChangeset, "releases"> {
  try {
    return parseChangesetFile(text);
  } catch (cause) {
    const [reason] = messageOf(cause).split("\n");
    throw new Error(`${file}: ${reason} Correct it, or write it again with \`pnpm changeset\``, { cause });
  }
}
