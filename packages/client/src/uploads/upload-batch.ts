import { linkAbort } from "../call/linked-abort.ts";
import type { CallOptions } from "../contract.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { requireAtLeastOne } from "../errors/require-at-least-one.ts";
import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { PollOptions } from "../jobs/poll-options.ts";
import { type BatchEntry, type BatchManifest, readManifest } from "./batch-manifest.ts";
import { nameOf } from "./name-of.ts";
import type { UploadSource } from "./upload-source.ts";

/** A file of a batch, with what belongs to it. */
export interface BatchFile {
  readonly document: UploadSource;
  /** Site that the bill belongs to. */
  readonly siteId?: string | null | undefined;
  /** What the file is called in outcomes and manifest. @default its name or path, or its number */
  readonly key?: string | undefined;
}

/** What became of one file. */
export interface BatchOutcome<Job> {
  readonly key: string;
  /** `error`: see `error`; where there is a `jobId`, the upload went well and only the wait failed. */
  readonly status: "error" | JobOutcome<Job>["status"];
  readonly jobId?: string;
  /** Absent where an earlier run saw the end of the job. */
  readonly job?: Job;
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

/** How a batch is worked through. Options of the wait hold for each job. */
export interface BatchOptions<Job> extends Omit<PollOptions<Job>, "onProgress"> {
  /**
   * Files that are uploaded at once; no more are in memory.
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
  /** Manifest of an earlier run over the same files. */
  readonly resumeFrom?: BatchManifest | undefined;
}

/** What a batch needs of the client: the helpers of its jobs. */
export interface BatchActions<Job> {
  submit(companyId: string, body: BatchFile, options: CallOptions): PromiseLike<Job>;
  wait(jobId: string, options: PollOptions<Job>): PromiseLike<JobOutcome<Job>>;
}

/** Files to upload, one after the other, so that they need not all exist at once. */
export type BatchFiles = Iterable<UploadSource | BatchFile> | AsyncIterable<UploadSource | BatchFile>;

/** A batch of uploads: iterate over it for the outcome of each file, in the order in which they settle. */
export class UploadBatch<Job extends AnyJob> implements AsyncIterable<BatchOutcome<Job>> {
  readonly #companyId: string;
  readonly #files: BatchFiles;
  readonly #options: BatchOptions<Job>;
  readonly #actions: BatchActions<Job>;
  readonly #entries: Map<string, BatchEntry>;

  /** @throws {NectarValidationError} for a manifest that is none, and for numbers that cannot be */
  constructor(companyId: string, files: BatchFiles, actions: BatchActions<Job>, options: BatchOptions<Job>) {
    requireAtLeastOne(options, "concurrency", "maxPending", "interval", "maxInterval", "deadline");
    this.#companyId = companyId;
    this.#files = files;
    this.#actions = actions;
    this.#options = options;
    this.#entries = readManifest(options.resumeFrom, companyId);
  }

  /** Where the batch stands; store it, and pass it as `resumeFrom` to go on. */
  get manifest(): BatchManifest {
    return { version: 1, companyId: this.#companyId, files: [...this.#entries.values()] };
  }

  /** Uploads the files and waits for their jobs. A file that fails is an outcome like any other. Whoever leaves early stops what is under way. */
  async *[Symbol.asyncIterator](): AsyncGenerator<BatchOutcome<Job>, void, undefined> {
    const { concurrency = 4, maxPending = 100, onProgress, signal } = this.#options;
    const link = linkAbort(signal);
    const files = iteratorOf(this.#files);
    const keys = new Set<string>();
    const settled: BatchOutcome<Job>[] = [];
    const counts = { started: 0, settled: 0, completed: 0 };
    let uploading = 0;
    let working = 0;
    let isPulling = false;
    let isExhausted = false;
    let failure: { readonly error: unknown } | undefined;
    let wake = (): void => {};

    const take = (file: UploadSource | BatchFile): void => {
      counts.started += 1;
      working += 1;
      uploading += 1;
      const { document, siteId, key }: BatchFile = isBatchFile(file) ? file : { document: file };
      const name = unusedKey(key ?? nameOf(document) ?? `#${counts.started}`, keys);
      this.#upload(name, { document, siteId }, link.signal)
        .finally(() => {
          uploading -= 1;
          wake();
        })
        .then((entry) => this.#wait(entry, link.signal))
        .catch((error: unknown) => this.#failed(name, error))
        .then((outcome) => {
          working -= 1;
          settled.push(outcome);
          wake();
        });
    };
    const pull = async (): Promise<void> => {
      if (isPulling || isExhausted || link.signal.aborted || uploading >= concurrency || working >= maxPending) return;
      isPulling = true;
      try {
        const next = await files.next();
        if (next.done) isExhausted = true;
        else if (!link.signal.aborted) take(next.value);
      } catch (error) {
        isExhausted = true;
        failure = { error };
      }
      isPulling = false;
      wake();
    };

    link.signal.addEventListener("abort", () => wake());
    try {
      for (;;) {
        pull();
        const outcome = settled.shift();
        if (outcome !== undefined) {
          counts.settled += 1;
          if (outcome.status === "completed") counts.completed += 1;
          onProgress?.({ ...counts });
          yield outcome;
        } else if (working === 0 && (isExhausted || link.signal.aborted)) break;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      if (link.signal.aborted) throw new NectarAbortError("the batch was aborted", { cause: link.signal.reason });
      if (failure) throw failure.error;
    } finally {
      link.abort();
      link.unlink();
      if (!isExhausted) {
        const closed = Promise.resolve(files.return?.());
        // A source that still owes a file closes once it has answered; nobody waits for that.
        if (isPulling) closed.catch(() => {});
        else await closed;
      }
    }
  }

  /** The entry of a file that was uploaded, now or by an earlier run. */
  async #upload(key: string, body: BatchFile, signal: AbortSignal): Promise<BatchEntry> {
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.status !== "error") return entry;
    const { id } = await this.#actions.submit(this.#companyId, body, { signal });
    return this.#note({ key, status: "pending", jobId: id });
  }

  async #wait({ key, status, jobId = "" }: BatchEntry, signal: AbortSignal): Promise<BatchOutcome<Job>> {
    if (status !== "pending") return { key, status, ...(jobId && { jobId }) };
    const { interval, maxInterval, deadline } = this.#options;
    const outcome = await this.#actions.wait(jobId, { interval, maxInterval, deadline, signal });
    return { ...this.#note({ key, jobId, status: outcome.status }), ...outcome };
  }

  #failed(key: string, error: unknown): BatchOutcome<Job> {
    const { jobId } = this.#entries.get(key) ?? {};
    return { ...(jobId === undefined ? this.#note({ key, status: "error" }) : { key, jobId }), status: "error", error };
  }

  #note(entry: BatchEntry): BatchEntry {
    this.#entries.set(entry.key, entry);
    return entry;
  }
}

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

function isBatchFile(file: UploadSource | BatchFile): file is BatchFile {
  return "document" in Object(file);
}

/** Two files of one name are told apart by their order. */
function unusedKey(name: string, taken: Set<string>): string {
  let key = name;
  for (let number = 2; taken.has(key); number += 1) key = `${name}#${number}`;
  taken.add(key);
  return key;
}
