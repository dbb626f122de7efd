import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** A file to write; the path is absolute. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files so that each is either the old or the new one, whatever happens: all go to temporary files first and are then renamed in the
 * given order. When a temporary file cannot be written, nothing has changed.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const staged = files.map(({ path, content }) => ({ path, content, temporary: `${path}.${process.pid}.tmp` }));
  try {
    for (const { temporary, content } of staged) await writeDurably(temporary, content);
    for (const { temporary, path } of staged) await rename(temporary, path);
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function writeDurably(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
