import { requireAtLeastOne } from "../config/check-numbers.ts";
import type { AnyJob } from "../jobs/job-outcome.ts";
import { BatchLedger } from "./batch-ledger.ts";
import type { BatchManifest } from "./batch-manifest.ts";
import type { BatchFiles, BatchOptions, BatchOutcome } from "./batch-options.ts";
import { runScheduled } from "./run-scheduled.ts";
import { type BatchActions, FileUploader } from "./upload-file.ts";

/** A batch of uploads. Iterate over it for the outcome of each file, in order of completion. */
export class UploadBatch<Job extends AnyJob> implements AsyncIterable<BatchOutcome<Job>> {
  readonly #files: BatchFiles;
  readonly #options: BatchOptions<Job>;
  readonly #ledger: BatchLedger;
  readonly #uploader: FileUploader<Job>;

  /** @throws {NectarValidationError} when an option or the manifest is invalid */
  constructor(companyId: string, files: BatchFiles, options: BatchOptions<Job>, actions: BatchActions<Job>) {
    requireAtLeastOne(options, "concurrency", "maxPending", "interval", "maxInterval", "deadline");
    this.#files = files;
    this.#options = options;
    this.#ledger = new BatchLedger(companyId, options);
    this.#uploader = new FileUploader(this.#ledger, actions);
  }

  /** The state of the batch, to pass as `resumeFrom` to a later batch. `save` stores it after each change. */
  get manifest(): BatchManifest {
    return this.#ledger.manifest;
  }

  /**
   * Uploads the files and waits for their jobs. A failed file is an outcome, not an error.
   *
   * Breaking out of the loop ends the waits and lets running uploads finish. An abort also cancels the uploads and leaves them `uncertain`.
   *
   * @throws {unknown} when `save` rejects or the iterable of files throws
   * @throws {NectarAbortError} when the signal aborts
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<BatchOutcome<Job>, void, undefined> {
    const { concurrency = 4, maxPending = 100, onProgress, signal } = this.#options;
    const counts = { started: 0, settled: 0, completed: 0 };
    const outcomes = runScheduled(this.#files, {
      label: "jobs.submitMany",
      concurrency,
      maxPending,
      signal,
      isOver: () => this.#ledger.failure !== undefined,
      begin: (file, stop) => this.#uploader.upload(file, counts.started++, stop),
      end: (uploaded, stop) => this.#uploader.wait(uploaded, stop),
    });
    try {
      for await (const outcome of outcomes) {
        counts.settled += 1;
        if (outcome.status === "completed") counts.completed += 1;
        onProgress?.({ ...counts });
        yield outcome;
      }
    } finally {
      this.#ledger.throwFailure();
    }
  }
}
