import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Version } from "../../shared/versions.ts";
import { writeFiles } from "../../shared/write-files.ts";
import { formatLock, LOCK_FILE, readLock, type SpecLock, todayUtc } from "../lock/spec-lock.ts";
import { type LoadOptions, loadDocuments } from "./load-documents.ts";
import type { Origin } from "./origin.ts";
import { planVersion, type VersionPlan } from "./plan-version.ts";

export interface PullOptions extends LoadOptions {
  /** The folder to refresh. */
  readonly specs: string;
  readonly origin: Origin;
  readonly versions: readonly Version[];
  /** Whether to write; otherwise nothing changes on disk. */
  readonly write: boolean;
}

/**
 * Brings the documents of the versions and their entries in the lock into `specs`: all of them or none. Nothing is written
 * before all are loaded and found good.
 *
 * @throws {Error} naming version and source of the first document that is not good
 */
export async function pull({ specs, origin, versions, write, ...options }: PullOptions): Promise<VersionPlan[]> {
  if (!(await isFolder(specs)))
    throw new Error(`${specs}: there is no such folder; name the one to refresh by --specs`);
  const lock = await readLock(specs);
  const loaded = await loadDocuments(origin, versions, options);
  const plans = await Promise.all(
    loaded.map(async (document) => {
      const text = await readIfThere(documentPath(specs, document.version));
      return planVersion(document, { text, entry: lock.get(document.version) }, todayUtc());
    }),
  );
  if (write)
    await writePlans(
      specs,
      lock,
      plans.filter(({ isChange }) => isChange),
    );
  return plans;
}

async function writePlans(specs: string, lock: SpecLock, plans: readonly VersionPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const documents = plans.map(({ version, content }) => ({ path: documentPath(specs, version), content }));
  const entries = new Map([...lock, ...plans.map(({ version, entry }) => [version, entry] as const)]);
  await writeFiles([...documents, { path: join(specs, LOCK_FILE), content: formatLock(entries) }]);
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

function documentPath(specs: string, version: Version): string {
  return join(specs, version, "openapi.json");
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
