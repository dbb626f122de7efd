import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Lint } from "../../codegen/check-specs.ts";
import { main as codegen } from "../../codegen/main.ts";
import { listFiles } from "../../shared/list-files.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { packageFolder } from "../../shared/version-names.ts";
import { readVersions } from "../../shared/versions.ts";
import type { FileToWrite } from "../../shared/write-files.ts";
import { extendLockfile } from "./extend-lockfile.ts";
import { planSpecs, type Review } from "./plan-specs.ts";

/** The plan for adding a version. */
export interface VersionPlan {
  /** Every file to write, with absolute paths. */
  readonly files: readonly FileToWrite[];
  /** Steps that need a person. */
  readonly reviews: readonly Review[];
}

/** Files that the generator reads and writes. */
const STAGED = [
  "specs/**",
  "packages/api-v*/{LICENSE,README.md,*.json}",
  "packages/api-v*/src/**",
  "packages/webhooks/src/generated/*",
  "packages/versions/src/*",
  "packages/*/package.json",
  "examples/*/package.json",
  "README.md",
];

/**
 * Plans a version: adds it to a temporary copy of the specs, generates there, and compares the result with the repository.
 *
 * @throws {Error} listing every problem of the document
 */
export async function planVersion(root: string, version: string, from: string, lint: Lint): Promise<VersionPlan> {
  const staged = await mkdtemp(join(tmpdir(), "add-version-"));
  try {
    await stage(root, staged);
    const newest = (await readVersions(join(root, "specs"))).at(-1) ?? "";
    const { files, reviews } = await planSpecs(staged, version, from);
    for (const [file, content] of files) await write(join(staged, file), content);
    await cp(join(staged, packageFolder(newest), "LICENSE"), join(staged, packageFolder(version), "LICENSE"));
    await generate(staged, lint);
    const changed = await listChanges(staged, root);
    const lockfile = join(root, "pnpm-lock.yaml");
    const importers = changed.flatMap(({ file }) => /^(.+)\/package\.json$/.exec(file)?.[1] ?? []);
    const extended = extendLockfile(await readFile(lockfile, "utf8"), newest, version, importers);
    const changeset = formatChangeset(
      version,
      changed.map(({ file }) => file),
    );
    return {
      files: [
        ...changed.map(({ file, content }) => ({ path: join(root, file), content })),
        { path: lockfile, content: extended },
        { path: join(root, `.changeset/api-${version}.md`), content: changeset },
      ],
      reviews,
    };
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function stage(root: string, staged: string): Promise<void> {
  const entries = glob(STAGED, { cwd: root, withFileTypes: true, exclude: ({ name }) => name === "node_modules" });
  for await (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) await cp(path, join(staged, relative(root, path)));
  }
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function generate(root: string, lint: Lint): Promise<void> {
  const errors: string[] = [];
  const code = await codegen([], root, { log: () => undefined, error: (line) => errors.push(line) }, lint);
  if (code !== 0) throw new Error(errors.join("\n"));
}

/** The files that differ in the repository. */
async function listChanges(staged: string, root: string): Promise<{ file: string; content: string }[]> {
  const changed: { file: string; content: string }[] = [];
  for (const file of await listFiles(staged)) {
    const content = await readFile(join(staged, file), "utf8");
    if (content !== (await readIfExists(join(root, file)))) changed.push({ file, content });
  }
  return changed;
}

/** Tells users about the new package, and about packages that support the version. */
function formatChangeset(version: string, changed: readonly string[]): string {
  const others = ["testing", "webhooks"].filter((name) => changed.some((file) => file.startsWith(`packages/${name}/`)));
  const releases = [`"@nectar-sdk/api-${version}": minor\n`, ...others.map((name) => `"@nectar-sdk/${name}": patch\n`)];
  return `---\n${releases.join("")}---\n\nTypes, operation table and document of API ${version}.\n`;
}
