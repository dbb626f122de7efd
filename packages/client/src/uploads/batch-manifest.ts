import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { JobOutcome } from "../jobs/job-outcome.ts";

/** Where an uploaded file stands: `submitted` until its job is known to have ended. */
export type JobStatus = "submitted" | JobOutcome<unknown>["status"];

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
    | { readonly status: JobStatus; readonly jobId: string }
  );

/** Where a batch stands, as plain JSON: what a later run leaves out, waits for or uploads again. */
export interface BatchManifest {
  readonly version: 1;
  readonly companyId: string;
  readonly files: readonly BatchEntry[];
}

/** Every status, and whether it comes with a job. */
const HAS_JOB = {
  sending: false,
  rejected: false,
  uncertain: false,
  submitted: true,
  completed: true,
  failed: true,
  terminated: true,
  unknown: true,
} as const satisfies Record<BatchEntry["status"], boolean>;

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
  const place = `\`resumeFrom.files[${index}]\``;
  if (!isStatus(status)) {
    throw new NectarValidationError(
      `${place} has a status that this version does not know: resume with the version that stored it, or a newer one`,
    );
  }
  if (typeof key === "string" && isOptionalText(siteId) && isHash(sha256, status)) {
    const id = { key, siteId, sha256 };
    if (hasJob(status)) {
      if (typeof jobId === "string" && jobId !== "") return { ...id, status, jobId };
    } else if (jobId === undefined) return { ...id, status: status === "sending" ? "uncertain" : status };
  }
  throw new NectarValidationError(`${place} is not an entry of a manifest: pass \`resumeFrom\` as it was stored`);
}

function isStatus(status: unknown): status is BatchEntry["status"] {
  return typeof status === "string" && Object.hasOwn(HAS_JOB, status);
}

function hasJob(status: BatchEntry["status"]): status is JobStatus {
  return HAS_JOB[status];
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

/** Only what was rejected may be without a hash: it may never have been read. */
function isHash(value: unknown, status: string): value is string | undefined {
  return value === undefined ? status === "rejected" : typeof value === "string" && /^[\da-f]{64}$/.test(value);
}
