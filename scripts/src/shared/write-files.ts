import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file to write; the path is absolute. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files so that each is always either the old or the new one: it writes temporary files first and then renames them in the given
 * order. If a temporary file cannot be written, nothing changes. Temporary files of killed processes are removed.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const staged = files.map(({ path, content }) => ({ path, content, temporary: `${path}.${process.pid}.tmp` }));
  try {
    for (const { path } of staged) await removeLeftovers(path);
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

/** Removes the temporary files of processes that ended before they could rename them. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, target, pid] = /^(.+)\.(\d+)\.tmp$/.exec(name) ?? [];
    if (target === basename(path) && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user is running.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
