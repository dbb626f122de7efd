import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Lint } from "../../codegen/check-specs.ts";
import { main as codegen } from "../../codegen/main.ts";
import type { JournalEntry } from "../../shared/journal.ts";
import { listFiles } from "../../shared/list-files.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";

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

/** A copy of the files that the generator reads and writes, in a temporary folder. */
export interface StagedRepository extends AsyncDisposable {
  readonly root: string;
  read(file: string): Promise<string>;
  /** Lists the files below a folder of the copy, sorted. */
  list(folder: string): Promise<string[]>;
  /** Writes a file of the copy; `undefined` removes it. */
  write(file: string, content: string | undefined): Promise<void>;
  /**
   * Runs `pnpm codegen` in the copy.
   *
   * @throws {Error} with its problems
   */
  generate(lint: Lint): Promise<void>;
  /** Lists the files that differ from those of the repository, sorted. */
  listChanges(): Promise<JournalEntry[]>;
}

/** Copies a repository; the copy goes when it is disposed. */
export async function stageRepository(root: string): Promise<StagedRepository> {
  const staged = await mkdtemp(join(tmpdir(), "staged-"));
  const copied = await copyFiles(root, staged);
  return {
    root: staged,
    read: (file) => readFile(join(staged, file), "utf8"),
    list: async (folder) => (await listFiles(join(staged, folder))).map((file) => `${folder}/${file}`),
    write: (file, content) => write(join(staged, file), content),
    generate: (lint) => generate(staged, lint),
    listChanges: () => listChanges(staged, root, copied),
    [Symbol.asyncDispose]: () => rm(staged, { recursive: true, force: true }),
  };
}

async function copyFiles(root: string, staged: string): Promise<string[]> {
  const copied: string[] = [];
  const entries = glob(STAGED, { cwd: root, withFileTypes: true, exclude: ({ name }) => name === "node_modules" });
  for await (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(root, path).replaceAll("\\", "/");
    await cp(path, join(staged, file));
    copied.push(file);
  }
  return copied;
}

async function write(path: string, content: string | undefined): Promise<void> {
  if (content === undefined) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function generate(root: string, lint: Lint): Promise<void> {
  const errors: string[] = [];
  const code = await codegen([], root, { log: () => undefined, error: (line) => errors.push(line) }, lint);
  if (code !== 0) throw new Error(errors.join("\n"));
}

async function listChanges(staged: string, root: string, copied: readonly string[]): Promise<JournalEntry[]> {
  const files = await listFiles(staged);
  const removed = copied.filter((file) => !files.includes(file)).map((file) => ({ file, content: undefined }));
  const changed: JournalEntry[] = [];
  for (const file of files) {
    const content = await readFile(join(staged, file), "utf8");
    if (content !== (await readIfExists(join(root, file)))) changed.push({ file, content });
  }
  return [...changed, ...removed];
}
