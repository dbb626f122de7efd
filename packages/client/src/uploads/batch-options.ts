import type { JobOutcome } from "../jobs/job-outcome.ts";
import type { PollOptions } from "../jobs/poll-options.ts";
import type { BatchEntry, BatchManifest } from "./batch-manifest.ts";
import type { UploadSource } from "./upload-source.ts";

/** A file of a batch, with its site and key. */
export interface BatchFile {
  readonly document: UploadSource;
  /** The site that the bill belongs to. */
  readonly siteId?: string | null | undefined;
  /**
   * Identifies this file in outcomes and manifest; other content under the same key is `changed`.
   *
   * @default its path, which also identifies it; otherwise its name or `document`, which several files may share
   */
  readonly key?: string | undefined;
}

/** Files to upload, taken one at a time, so that they need not all exist at once. */
export type BatchFiles = Iterable<UploadSource | BatchFile> | AsyncIterable<UploadSource | BatchFile>;

/** The outcome of one file. If a batch contains the same file twice, it is uploaded once and has two outcomes. */
export interface BatchOutcome<Job> {
  /** The `key`, path or name of the file, or `document`. */
  readonly key: string;
  /** Number of the file in this run, from 0. */
  readonly index: number;
  /**
   * How its job ended, or:
   *
   * - `submitted`: uploaded, but the wait for its job failed; a later run waits again
   * - `rejected`: certainly not uploaded; a later run tries again
   * - `uncertain`: the response was lost or inconclusive, so the file may have arrived; sent again only with `resubmit`
   * - `changed`: the manifest has other content under its key or path; nothing was sent
   */
  readonly status: JobOutcome<Job>["status"] | "submitted" | "rejected" | "uncertain" | "changed";
  readonly jobId?: string | undefined;
  /** Absent if an earlier run saw the end of the job. */
  readonly job?: Job | undefined;
  /** Why the upload or the wait failed; absent if an earlier run reported it. */
  readonly error?: unknown;
}

/** Progress of a batch. */
export interface BatchProgress {
  /** Files started so far. */
  readonly started: number;
  /** Files with an outcome. */
  readonly settled: number;
  /** Files whose job was completed. */
  readonly completed: number;
}

/** Which files to send again. */
export type Resubmit = "uncertain" | "changed";

/** How to process a batch. The options of the wait apply to each job. */
export interface BatchOptions<Job> extends Omit<PollOptions<Job>, "onProgress"> {
  /**
   * Files in memory at once, up to 25 MB each, while they are read and uploaded.
   *
   * @default 4
   * @throws {NectarValidationError} when it is below 1
   * @example 8
   */
  readonly concurrency?: number | undefined;
  /**
   * Files in progress at once, including those that wait for their job.
   *
   * @default 100
   * @throws {NectarValidationError} when it is below 1
   * @example 500
   */
  readonly maxPending?: number | undefined;
  /**
   * Called after each outcome.
   *
   * @default none
   * @throws {unknown} what the function throws
   * @example ({ settled, started }) => console.log(`${settled} of ${started}`)
   */
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
  /**
   * Stores the manifest, so that a later run can resume after a crash.
   *
   * Called with the newest state and the entry that changed, one call at a time. The client awaits it before each upload and after each
   * response. If it rejects, no further upload starts, and the batch throws the error after the running files.
   *
   * @default nothing is stored
   * @throws {NectarValidationError} when it is not a function
   * @example async (manifest) => await writeFile("manifest.json", JSON.stringify(manifest))
   */
  readonly save?: ((manifest: BatchManifest, changedEntry: BatchEntry) => PromiseLike<void> | void) | undefined;
  /**
   * The manifest of an earlier run over the same files.
   *
   * @default none
   * @throws {NectarValidationError} when it is not a manifest of this company
   * @example JSON.parse(await readFile("manifest.json", "utf8"))
   */
  readonly resumeFrom?: BatchManifest | undefined;
  /**
   * Sends files again that are `uncertain` in `resumeFrom`, or whose content has `changed`.
   *
   * Nectar recognises documents that it already has, and lists them in `duplicateDocumentIds` of the job.
   *
   * @default neither
   * @throws {NectarValidationError} when it has another value
   * @example ["uncertain", "changed"]
   */
  readonly resubmit?: Resubmit | readonly Resubmit[] | undefined;
}
