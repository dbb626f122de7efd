import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { sha256Of } from "../../shared/sha256.ts";

/** Origin and hash of a document. */
export interface LockEntry {
  /** URL or folder of the document. */
  readonly source: string;
  /** SHA-256 of the bytes of `specs/<version>/openapi.json`, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly origin: "reconstructed" | "upstream";
  /** Day of retrieval or reconstruction, YYYY-MM-DD. */
  readonly date: string;
}

/** The entries by version. */
export type SpecLock = ReadonlyMap<string, LockEntry>;

/** File name of the lock in `specs/`. */
export const LOCK_FILE = "specs.lock.json";

/**
 * Reads `specs/specs.lock.json`; empty if the file does not exist.
 *
 * @throws {Error} naming the entry that is not valid
 */
export async function readLock(specs: string): Promise<SpecLock> {
  const text = await readIfExists(join(specs, LOCK_FILE));
  const entries = asObject(parseJson(text ?? "{}", LOCK_FILE), LOCK_FILE);
  return new Map(
    Object.entries(entries).map(([version, entry]) => [
      version,
      parseEntry(version, asObject(entry, `${LOCK_FILE}: ${version}`)),
    ]),
  );
}

/** Formats a lock, versions in order. */
export function formatLock(lock: SpecLock): string {
  const entries = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
  return formatJson(Object.fromEntries(entries));
}

/** Makes the entry of a document; an entry that differs in its date only is kept. */
export function lockEntry(
  content: string,
  { source, origin }: Pick<LockEntry, "source" | "origin">,
  before: LockEntry | undefined,
  today: string,
): LockEntry {
  const bytes = Buffer.from(content);
  const sha256 = sha256Of(bytes);
  if (before?.sha256 === sha256 && before.source === source && before.origin === origin) return before;
  return { source, sha256, bytes: bytes.byteLength, origin, date: today };
}

/** A document that the lock does not describe. */
export interface LockMismatch {
  readonly version: string;
  readonly reason: string;
}

/** Finds the documents that differ from their entries in the lock. */
export async function verifyLock(
  specs: string,
  lock: SpecLock,
  versions: readonly string[],
): Promise<readonly LockMismatch[]> {
  const mismatches = await Promise.all(
    versions.map(async (version) => {
      const entry = lock.get(version);
      if (entry === undefined) return [{ version, reason: `${LOCK_FILE} has no entry` }];
      const sha256 = sha256Of(await readFile(join(specs, version, "openapi.json")));
      return sha256 === entry.sha256 ? [] : [{ version, reason: `openapi.json is not the document of ${LOCK_FILE}` }];
    }),
  );
  return mismatches.flat();
}

/** Today as YYYY-MM-DD, in UTC. */
export function todayUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

function parseEntry(version: string, entry: JsonObject): LockEntry {
  const { source, sha256, bytes, origin, date } = entry;
  const isValid =
    typeof source === "string" &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof bytes === "number" &&
    (origin === "reconstructed" || origin === "upstream") &&
    typeof date === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(date);
  if (!isValid) throw new Error(`${LOCK_FILE}: the entry of ${version} is not valid; restore it from version control`);
  return { source, sha256, bytes, origin, date };
}
