import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { asObject, isArray } from "@nectar-sdk/openapi/document";
import { parseJson } from "./parse-json.ts";
import { readIfExists } from "./read-if-exists.ts";
import { type FileToWrite, writeFiles } from "./write-files.ts";

/** A file to replace; without content, to remove. */
export interface JournalEntry {
  /** Path below the root. */
  readonly file: string;
  readonly content: string | undefined;
}

/** The journal in the root, while files are replaced. */
export const JOURNAL_FILE = "specs/journal.json";

/**
 * Replaces files, all of them or none: it writes their new contents to a journal first. If the process ends before the journal is there,
 * nothing has changed; if it ends later, {@link finishJournal} does the rest.
 */
export async function replaceFiles(root: string, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const path = join(root, JOURNAL_FILE);
  await writeFiles([{ path, content: `${JSON.stringify({ files: entries })}\n` }]);
  await syncFolder(dirname(path));
  await finishJournal(root, () => undefined);
}

/**
 * Completes the replacement that an earlier process began. Every command that reads `specs` calls it first.
 *
 * @param report called with a line about it, if there was one
 * @throws {Error} for a journal that is not valid, before any file changes
 */
export async function finishJournal(root: string, report: (line: string) => void): Promise<void> {
  const path = join(root, JOURNAL_FILE);
  const text = await readIfExists(path);
  if (text === undefined) return;
  const entries = parseJournal(text);
  const written = entries.flatMap(({ file, content }): FileToWrite[] =>
    content === undefined ? [] : [{ path: join(root, file), content }],
  );
  await writeFiles(written);
  for (const { file, content } of entries) {
    if (content === undefined) await rm(join(root, file), { force: true });
  }
  for (const folder of new Set(entries.map(({ file }) => dirname(join(root, file))))) await syncFolder(folder);
  // The name changes before the file goes, so that half a journal is never read.
  await rename(path, `${path}.${process.pid}.tmp`);
  await rm(`${path}.${process.pid}.tmp`, { force: true });
  report(`completed the replacement of ${entries.length} files that an earlier command began`);
}

function parseJournal(text: string): JournalEntry[] {
  const { files } = asObject(parseJson(text, JOURNAL_FILE), JOURNAL_FILE);
  return (isArray(files) ? files : []).map((value) => {
    const { file, content } = asObject(value, JOURNAL_FILE);
    const isInside = typeof file === "string" && !isAbsolute(file) && !normalize(file).startsWith("..");
    if (isInside && (content === undefined || typeof content === "string")) return { file, content };
    throw new Error(`${JOURNAL_FILE} names ${String(file)}, which is not a file of the repository; delete the journal`);
  });
}

/** Makes renames in a folder durable; Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await mkdir(path, { recursive: true });
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
