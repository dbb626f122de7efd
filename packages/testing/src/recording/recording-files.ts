import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readMessage } from "../shared/error-message.ts";
import { readRecording } from "./read-recording.ts";
import { type Recording, RecordingError } from "./recording.ts";

/** Largest file to read, in bytes. */
const LARGEST_FILE = 64_000_000;

/**
 * Reads recordings from files and folders into one recording.
 *
 * Reads all `*.json` files below a folder, in the order of their names.
 *
 * @param api version of the recordings, such as `v2.2`; defaults to the version of the first
 * @throws {RecordingError} when a file is missing, empty, larger than 64 MB, unreadable, or of another version
 * @example
 * const recording = await loadRecordings("recordings", "v2.2");
 */
export async function loadRecordings(paths: string | readonly string[], api?: string): Promise<Recording> {
  const files = await Promise.all([paths].flat().map(listFiles));
  const recordings: Recording[] = [];
  for (const file of files.flat()) {
    const recording = readRecording(await readRecordingText(file), file);
    const expected = api ?? recordings[0]?.api ?? recording.api;
    if (recording.api !== expected)
      throw new RecordingError(
        `${file} was recorded with ${recording.api}, not with ${expected}: choose recordings of one version`,
      );
    recordings.push(recording);
  }
  const [first] = recordings;
  const interactions = recordings.flatMap((recording) => recording.interactions);
  if (first === undefined || interactions.length === 0) throw createEmptyError(paths);
  return { format: 1, api: first.api, specSha256: first.specSha256, interactions };
}

async function readRecordingText(file: string): Promise<string> {
  try {
    requireReadableSize(file, (await stat(file)).size);
    // Some editors add a byte order mark.
    return (await readFile(file, "utf8")).replace(/^\ufeff/, "");
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    throw new RecordingError(`${file} cannot be read (${readMessage(error)}): choose a readable file`);
  }
}

function requireReadableSize(file: string, size: number): void {
  if (size <= LARGEST_FILE) return;
  const [actual, limit] = [size, LARGEST_FILE].map((bytes) => `${Math.ceil(bytes / 1_000_000)} MB`);
  throw new RecordingError(
    `${file} is too large (${actual}, the limit is ${limit}): record fewer calls per file, and pass the folder`,
  );
}

async function listFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new RecordingError(`${path} does not exist: ${SAVE}`);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.name.endsWith(".json") && !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

const SAVE = "save recordings there with recorder.save() in your tests";

function createEmptyError(paths: string | readonly string[]): RecordingError {
  return new RecordingError(`no recorded call in ${[paths].flat().join(", ")}: ${SAVE}`);
}

/** Writes a recording atomically, readable only by its owner. The same recording gives the same bytes. */
export async function saveRecording(file: string, recording: Recording): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  await writeFile(unfinished, `${JSON.stringify(recording, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, file);
}
