import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { JobOutcome } from "../jobs/job-outcome.ts";

/** State of an uploaded file: `submitted` until the client sees the end of its job. */
export type BatchJobStatus = "submitted" | JobOutcome<unknown>["status"];

/** Identifies a file of a batch. The same name with other content is another entry. */
export interface BatchFileId {
  /** The `key`, path or name of the file, or `document`. */
  readonly key: string;
  readonly siteId?: string | undefined;
  /** SHA-256 of the content in hexadecimal; absent if the file could not be read. */
  readonly sha256?: string | undefined;
}

/**
 * State of one file of a batch. Without a job it is:
 *
 * - `sending`: being uploaded; its arrival is not known yet
 * - `rejected`: certainly not uploaded; a later run tries again
 * - `uncertain`: perhaps uploaded; a later run sends it again only with `resubmit`
 */
export type BatchEntry = BatchFileId &
  (
    | { readonly status: "sending" | "rejected" | "uncertain"; readonly jobId?: undefined }
    | { readonly status: BatchJobStatus; readonly jobId: string }
  );

/** State of a batch as plain JSON, from which a later run resumes. */
export interface BatchManifest {
  readonly version: 1;
  readonly companyId: string;
  readonly files: readonly BatchEntry[];
}

/**
 * Reads the entries of a manifest. Files that were being sent when the earlier run ended become `uncertain`.
 *
 * @throws {NectarValidationError} when the manifest is invalid, of another company, or of a newer version of this package
 */
export function readManifest(manifest: BatchManifest | undefined, companyId: string): BatchEntry[] {
  if (manifest === undefined) return [];
  const { version, companyId: company, files }: Partial<BatchManifest> = { ...manifest };
  if (version !== 1 || company !== companyId || !Array.isArray(files)) {
    throw new NectarValidationError("`resumeFrom` must be the `manifest` of a batch of this company, or be omitted");
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
        // A rejected file may never have been read.
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
    `\`resumeFrom.files[${index}]\` is invalid: pass the stored manifest unchanged, to this version of the package or a newer one`,
  );
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
