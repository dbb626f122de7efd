import { requireAtLeastOne } from "../config/require-at-least-one.ts";
import type { AnyJob } from "../jobs/job-outcome.ts";
import { BatchLedger } from "./batch-ledger.ts";
import type { BatchManifest } from "./batch-manifest.ts";
import type { BatchFiles, BatchOptions, BatchOutcome } from "./batch-options.ts";
import { runScheduled } from "./run-scheduled.ts";
import { type BatchActions, FileUploader } from "./upload-file.ts";

/** A batch of uploads: iterate over it for the outcome of each file, in the order in which they settle. */
export class UploadBatch<Job extends AnyJob> implements AsyncIterable<BatchOutcome<Job>> {
  readonly #files: BatchFiles;
  readonly #options: BatchOptions<Job>;
  readonly #ledger: BatchLedger;
  readonly #uploader: FileUploader<Job>;

  /** @throws {NectarValidationError} for a manifest that is none, and for numbers that cannot be */
  constructor(companyId: string, files: BatchFiles, options: BatchOptions<Job>, actions: BatchActions<Job>) {
    requireAtLeastOne(options, "concurrency", "maxPending", "interval", "maxInterval", "deadline");
    this.#files = files;
    this.#options = options;
    this.#ledger = new BatchLedger(companyId, options);
    this.#uploader = new FileUploader(this.#ledger, actions);
  }

  /** Where the batch stands. Pass it as `resumeFrom` to a later batch; `save` stores it whenever it changes. */
  get manifest(): BatchManifest {
    return this.#ledger.manifest;
  }

  /**
   * Uploads the files and waits for their jobs. A file that fails is an outcome like any other. Breaking out of the loop ends the waits and lets
   * uploads under way finish; an abort cancels them as well, and leaves them `uncertain`.
   *
   * @throws what `save` rejects with, or what the files throw when they are iterated over
   * @throws {NectarAbortError} when the signal aborts
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<BatchOutcome<Job>, void, undefined> {
    const { concurrency = 4, maxPending = 100, onProgress, signal } = this.#options;
    const counts = { started: 0, settled: 0, completed: 0 };
    const outcomes = runScheduled(this.#files, {
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
