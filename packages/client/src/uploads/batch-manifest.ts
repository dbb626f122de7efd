import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { JobOutcome } from "../jobs/job-outcome.ts";

/** Where an uploaded file stands: `submitted` until its job is known to have ended. */
export type BatchJobStatus = "submitted" | JobOutcome<unknown>["status"];

/** What a file of a batch is known by. Other content under the same name is another entry. */
export interface BatchFileId {
  /** Its `key`, its path, its name, or `document`. */
  readonly key: string;
  readonly siteId?: string | undefined;
  /** SHA-256 of its content in hexadecimal; absent for a file that could not be read. */
  readonly sha256?: string | undefined;
}

/**
 * Where one file of a batch stands. Without a job it is:
 *
 * - `sending`: on its way; nothing is known of its arrival yet
 * - `rejected`: certainly not uploaded; a later run tries again
 * - `uncertain`: perhaps uploaded; a later run sends it again only if `resubmit` says so
 */
export type BatchEntry = BatchFileId &
  (
    | { readonly status: "sending" | "rejected" | "uncertain"; readonly jobId?: undefined }
    | { readonly status: BatchJobStatus; readonly jobId: string }
  );

/** Where a batch stands, as plain JSON: what a later run leaves out, waits for or uploads again. */
export interface BatchManifest {
  readonly version: 1;
  readonly companyId: string;
  readonly files: readonly BatchEntry[];
}

/**
 * The entries of a manifest. What was on its way when the earlier run ended may or may not have arrived.
 *
 * @throws {NectarValidationError} for what is not a manifest, that of another company, or that of a newer version of this package
 */
export function readManifest(manifest: BatchManifest | undefined, companyId: string): BatchEntry[] {
  if (manifest === undefined) return [];
  const { version, companyId: company, files }: Partial<BatchManifest> = { ...manifest };
  if (version !== 1 || company !== companyId || !Array.isArray(files)) {
    throw new NectarValidationError("`resumeFrom` must be the `manifest` of a batch of this company, or be left out");
  }
  return files.map(readEntry);
}

function readEntry(entry: unknown, index: number): BatchEntry {
  const { key, siteId, sha256, status, jobId }: Readonly<Record<string, unknown>> = { ...Object(entry) };
  if (typeof key === "string" && isOptionalText(siteId) && isOptionalText(sha256)) {
    const id = { key, siteId, sha256 };
    const isRead = sha256 !== undefined && /^[\da-f]{64}$/.test(sha256);
    switch (status) {
      case "sending":
      case "uncertain":
        if (isRead && jobId === undefined) return { ...id, status: "uncertain" };
        break;
      case "rejected":
        // It may never have been read.
        if ((isRead || sha256 === undefined) && jobId === undefined) return { ...id, status };
        break;
      case "submitted":
      case "completed":
      case "failed":
      case "terminated":
      case "unknown":
        if (isRead && typeof jobId === "string" && jobId !== "") return { ...id, status, jobId };
    }
  }
  throw new NectarValidationError(
    `\`resumeFrom.files[${index}]\` is no entry that this version knows: pass the manifest as it was stored, to this version or a newer one`,
  );
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
