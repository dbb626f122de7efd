import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { JobOutcome } from "../jobs/job-outcome.ts";

/** Where one file of a batch stands. */
export interface BatchEntry {
  /** Name of the file in the batch; the same in a later run. */
  readonly key: string;
  /** `pending`: uploaded, its job is not known to have ended. `error`: not uploaded, as far as is known. */
  readonly status: "pending" | "error" | JobOutcome<unknown>["status"];
  readonly jobId?: string;
}

/** Where a batch stands, as plain JSON: what a later run leaves out, waits for or uploads again. */
export interface BatchManifest {
  readonly version: 1;
  readonly companyId: string;
  readonly files: readonly BatchEntry[];
}

/**
 * The entries of a manifest by key.
 *
 * @throws {NectarValidationError} for what is no manifest, or that of another company
 */
export function readManifest(manifest: BatchManifest | undefined, companyId: string): Map<string, BatchEntry> {
  if (manifest === undefined) return new Map();
  const { version, companyId: company, files }: Partial<BatchManifest> = { ...manifest };
  if (version !== 1 || company !== companyId || !Array.isArray(files) || !files.every(isEntry)) {
    throw new NectarValidationError("`resumeFrom` must be the `manifest` of a batch of this company, or be left out");
  }
  return new Map(files.map((entry: BatchEntry) => [entry.key, entry]));
}

function isEntry(entry: unknown): boolean {
  const { key, status, jobId }: Partial<BatchEntry> = { ...Object(entry) };
  return typeof key === "string" && typeof status === "string" && (status !== "pending" || typeof jobId === "string");
}
