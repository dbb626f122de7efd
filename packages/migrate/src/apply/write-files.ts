import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { isObject } from "@nectar-sdk/openapi/document";
import { UsageError } from "../shared/usage-error.ts";

/** A file to replace. */
export interface PlannedWrite {
  /** Absolute path. */
  readonly file: string;
  readonly content: Buffer;
  /** The old content that the new one is made from. @default the file when the writing begins */
  readonly original?: Buffer;
}

/** The writes of a run, done and still to do. */
interface Journal {
  /** `writing`: no file has changed yet. `renaming`: every temporary file is complete. `done`: nothing is left. */
  readonly phase: "writing" | "renaming" | "done";
  readonly files: readonly JournalFile[];
  /** SHA-256 of what this command wrote, by absolute path. */
  readonly written: Readonly<Record<string, string>>;
}

interface JournalFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const EMPTY: Journal = { phase: "done", files: [], written: {} };

/** Called before each step that changes the disk; tests end the process there. */
export type OnStep = () => void;

/**
 * Replaces files so that each is old or new at any moment: writes temporary files beside them, then a journal, then renames. If the process
 * ends in between, {@link recover} completes it.
 *
 * @throws {UsageError} when a file has another content than `original`; no file has changed then
 */
export function writeFiles(
  writes: readonly PlannedWrite[],
  journalFile: string,
  onStep: OnStep = () => undefined,
): void {
  const files = writes.map(({ file, content, original }) => {
    const before = hashFile(file);
    if (original !== undefined && before !== hash(original)) {
      throw new UsageError(`${file} changed while the command ran: run it again`);
    }
    return { file, before, after: hash(content) };
  });
  const { written } = readJournal(journalFile);
  onStep();
  writeJournal(journalFile, { phase: "writing", files, written });
  for (const { file, content } of writes) {
    onStep();
    writeSynced(toTemporary(file), content, statSync(file).mode);
  }
  onStep();
  writeJournal(journalFile, { phase: "renaming", files, written });
  completeRenames(journalFile, onStep);
}

/** Completes a run that was ended; a run that had not changed a file is undone. */
export function recover(journalFile: string): void {
  const { phase, files, written } = readJournal(journalFile);
  if (phase === "done") return;
  if (phase === "renaming") {
    completeRenames(journalFile, () => undefined);
    return;
  }
  for (const { file } of files) rmSync(toTemporary(file), { force: true });
  writeJournal(journalFile, { phase: "done", files: [], written });
}

/** Reads the journal once, and tells of each file whether it has the content that this command wrote. */
export function readOwnContent(journalFile: string): (file: string) => boolean {
  const { written } = readJournal(journalFile);
  return (file) => existsSync(file) && written[file] === hashFile(file);
}

function completeRenames(journalFile: string, onStep: OnStep): void {
  const { files, written } = readJournal(journalFile);
  for (const { file, before, after } of files) {
    const temporary = toTemporary(file);
    if (!existsSync(temporary)) continue;
    onStep();
    // A file that changed since then stays, and so does one whose temporary file is damaged.
    if (hashFile(file) === before && hashFile(temporary) === after) renameSync(temporary, file);
    else rmSync(temporary);
  }
  onStep();
  const added = Object.fromEntries(files.map(({ file, after }) => [file, after]));
  writeJournal(journalFile, { phase: "done", files: [], written: { ...written, ...added } });
}

function toTemporary(file: string): string {
  return `${file}.nectar-migrate-tmp`;
}

function readJournal(journalFile: string): Journal {
  if (!existsSync(journalFile)) return EMPTY;
  const json: unknown = JSON.parse(readFileSync(journalFile, "utf8"));
  return isJournal(json) ? json : EMPTY;
}

function isJournal(value: unknown): value is Journal {
  return (
    isObject(value) && typeof value["phase"] === "string" && Array.isArray(value["files"]) && isObject(value["written"])
  );
}

function writeJournal(journalFile: string, journal: Journal): void {
  mkdirSync(dirname(journalFile), { recursive: true });
  const temporary = toTemporary(journalFile);
  writeSynced(temporary, Buffer.from(JSON.stringify(journal)), 0o600);
  renameSync(temporary, journalFile);
}

function writeSynced(file: string, content: Buffer, mode: number): void {
  const descriptor = openSync(file, "w", mode);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function hashFile(file: string): string {
  return hash(readFileSync(file));
}

function hash(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
