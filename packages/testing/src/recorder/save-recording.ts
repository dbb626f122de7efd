import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Recording } from "./recording.ts";

/** Writes beside the file and renames, so that nobody reads half a recording. Same recording, same bytes. */
export async function saveRecording(file: string, recording: Recording): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  await writeFile(unfinished, `${JSON.stringify(recording, null, 2)}\n`);
  await rename(unfinished, file);
}
