import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lint } from "../../codegen/check-specs.ts";
import type { JournalEntry } from "../../shared/journal.ts";
import { packageFolder } from "../../shared/version-names.ts";
import { readVersions } from "../../shared/versions.ts";
import { stageRepository } from "../staging/staged-repository.ts";
import { extendLockfile } from "./extend-lockfile.ts";
import { planSpecs, type Review } from "./plan-specs.ts";

/** The plan for adding a version. */
export interface VersionPlan {
  /** Every file to write. */
  readonly files: readonly JournalEntry[];
  /** Steps that need a person. */
  readonly reviews: readonly Review[];
}

/**
 * Plans a version: adds it to a temporary copy of the specs, generates there, and compares the result with the repository.
 *
 * @throws {Error} listing every problem of the document
 */
export async function planVersion(root: string, version: string, from: string, lint: Lint): Promise<VersionPlan> {
  await using staged = await stageRepository(root);
  const newest = (await readVersions(join(root, "specs"))).at(-1) ?? "";
  const { files, reviews } = await planSpecs(staged.root, version, from);
  for (const [file, content] of files) await staged.write(file, content);
  await cp(join(root, packageFolder(newest), "LICENSE"), join(staged.root, packageFolder(version), "LICENSE"));
  await staged.generate(lint);
  const changed = await staged.listChanges();
  const lockfile = "pnpm-lock.yaml";
  const importers = changed.flatMap(({ file }) => /^(.+)\/package\.json$/.exec(file)?.[1] ?? []);
  const extended = extendLockfile(await readFile(join(root, lockfile), "utf8"), newest, version, importers);
  const changeset = formatChangeset(
    version,
    changed.map(({ file }) => file),
  );
  const added = [
    { file: lockfile, content: extended },
    { file: `.changeset/api-${version}.md`, content: changeset },
  ];
  return { files: [...changed, ...added], reviews };
}

/** Tells users about the new package, and about packages that support the version. */
function formatChangeset(version: string, changed: readonly string[]): string {
  const others = ["testing", "webhooks"].filter((name) => changed.some((file) => file.startsWith(`packages/${name}/`)));
  const releases = [`"@nectar-sdk/api-${version}": minor\n`, ...others.map((name) => `"@nectar-sdk/${name}": patch\n`)];
  return `---\n${releases.join("")}---\n\nTypes, operation table and document of API ${version}.\n`;
}
