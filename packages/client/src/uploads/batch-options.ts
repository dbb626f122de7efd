import type { JobOutcome } from "../jobs/job-outcome.ts";
import type { PollOptions } from "../jobs/poll-options.ts";
import type { BatchEntry, BatchManifest } from "./batch-manifest.ts";
import type { UploadSource } from "./upload-source.ts";

/** A file of a batch, with what belongs to it. */
export interface BatchFile {
  readonly document: UploadSource;
  /** Site that the bill belongs to. */
  readonly siteId?: string | null | undefined;
  /**
   * Stands for this file in outcomes and manifest; other content under it is `changed`.
   *
   * @default its path, which stands for the file as well; otherwise its name or `document`, which other files may have, too
   */
  readonly key?: string | undefined;
}

/** Files to upload, one after the other, so that they need not all exist at once. */
export type BatchFiles = Iterable<UploadSource | BatchFile> | AsyncIterable<UploadSource | BatchFile>;

/** What became of one file. The same file twice in one batch is uploaded once and has two outcomes. */
export interface BatchOutcome<Job> {
  /** Its `key`, its path, its name, or `document`. */
  readonly key: string;
  /** Number of the file in this run, from 0. */
  readonly index: number;
  /**
   * How its job ended, or:
   *
   * - `submitted`: uploaded, but the wait for its job failed; a later run waits again
   * - `rejected`: certainly not uploaded; a later run tries again
   * - `uncertain`: the response was lost or says nothing; the file may have arrived, and is not sent again unless `resubmit` says so
   * - `changed`: its key or path stands for other content in the manifest; nothing was sent
   */
  readonly status: JobOutcome<Job>["status"] | "submitted" | "rejected" | "uncertain" | "changed";
  readonly jobId?: string | undefined;
  /** Absent where an earlier run saw the end of the job. */
  readonly job?: Job | undefined;
  /** Why it is not uploaded, is uncertain, or could not be waited for; absent where an earlier run knew it. */
  readonly error?: unknown;
}

/** How far a batch has come. */
export interface BatchProgress {
  /** Files taken up so far. */
  readonly started: number;
  /** Files with an outcome. */
  readonly settled: number;
  /** Files among them whose job was completed. */
  readonly completed: number;
}

/** What a batch sends although it may have been sent before. */
export type Resubmit = "uncertain" | "changed";

/** How a batch is worked through. Options of the wait hold for each job. */
export interface BatchOptions<Job> extends Omit<PollOptions<Job>, "onProgress"> {
  /**
   * Files that are read and uploaded at once; no more are in memory, 25 MB each at most.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /**
   * Jobs that are waited for at once.
   *
   * @default 100
   */
  readonly maxPending?: number | undefined;
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
  /**
   * Stores the manifest. Called with the newest state and the entry that changed, one call at a time, and awaited before each upload starts and
   * after each response, so that a later run knows what was on its way when this one died. When it rejects, no further upload starts, and the
   * batch throws its error once the files under way have their outcomes.
   *
   * @default nothing is stored: a process that dies leaves no trace of what it uploaded
   */
  readonly save?: ((manifest: BatchManifest, changedEntry: BatchEntry) => PromiseLike<void> | void) | undefined;
  /** Manifest of an earlier run over the same files. */
  readonly resumeFrom?: BatchManifest | undefined;
  /**
   * Sends files again that `resumeFrom` has as `uncertain`, or whose content has `changed` since. Nectar recognises documents that it has already
   * and lists them in `duplicateDocumentIds` of the job.
   *
   * @default neither is sent
   */
  readonly resubmit?: Resubmit | readonly Resubmit[] | undefined;
}
