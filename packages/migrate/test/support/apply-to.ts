import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyFixture, type FixtureCopy } from "./copy-fixture.ts";
import { initGit } from "./init-git.ts";
import { runMain } from "./run-main.ts";

export const VERSIONS: readonly string[] = ["--from", "v0.1", "--to", "v0.3"];

/** A fixture under git, with further files. */
export async function createProject(
  fixture: string,
  files: Readonly<Record<string, string>> = {},
  packages?: readonly string[],
): Promise<FixtureCopy> {
  const copy = await copyFixture(fixture, packages);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(copy.root, path)), { recursive: true });
    await writeFile(join(copy.root, path), text);
  }
  initGit(copy.root);
  return copy;
}

/** Applies the migration to many files at once. Returns the new text by the old one, and the summary. */
export async function applyToAll(
  codes: readonly string[],
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly summary: string; readonly code: number }> {
  const files = new Map(codes.map((code, index) => [`src/file-${index}.ts`, code]));
  await using project = await createProject("empty", Object.fromEntries(files));
  const { code, out, err } = await runMain(project.root, "apply", ...VERSIONS);
  const texts = await Promise.all(
    [...files].map(
      async ([path, text]): Promise<[string, string]> => [text, await readFile(join(project.root, path), "utf8")],
    ),
  );
  return { texts: new Map(texts), summary: out.find((line) => line.startsWith("applied")) ?? err.join("\n"), code };
}
