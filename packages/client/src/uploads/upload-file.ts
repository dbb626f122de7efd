import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { BatchFileId } from "./batch-manifest.ts";
import type { BatchLedger } from "./batch-ledger.ts";
import type { BatchFile, BatchOutcome } from "./batch-options.ts";
import { nameOf } from "./name-of.ts";
import type { UploadSource } from "./upload-source.ts";

/** How an upload ended, as far as is known. */
export type Submission =
  | { readonly status: "submitted"; readonly jobId: string }
  | { readonly status: "rejected" | "uncertain"; readonly error: unknown };

/** What a batch needs of the client. */
export interface BatchActions<Job> {
  /** Reads a file whole. */
  prepare(body: BatchFile, signal: AbortSignal): Promise<File>;
  /** Uploads a file that was read. Never rejects. */
  submit(document: File, siteId: string | undefined): Promise<Submission>;
  wait(jobId: string, signal: AbortSignal): PromiseLike<JobOutcome<Job>>;
}

/** An outcome that does not know yet which of the files it belongs to. */
type Result<Job> = Omit<BatchOutcome<Job>, "key" | "index">;

/** A file that was read, on its way through the batch. */
interface Upload {
  readonly id: BatchFileId;
  /** Whether its key stands for this file alone. */
  readonly isNamed: boolean;
  readonly document: File;
  /** Ends what is not yet sent, and the wait. */
  readonly signal: AbortSignal;
  /** Called when no more is to be sent. */
  readonly release: () => void;
}

/** Takes the files of a batch from their content to the end of their job. */
export class FileUploader<Job extends AnyJob> {
  readonly #ledger: BatchLedger;
  readonly #actions: BatchActions<Job>;
  /** Files under way, so that the same file twice is uploaded once. */
  readonly #underWay = new Map<string, Promise<Result<Job>>>();

  constructor(ledger: BatchLedger, actions: BatchActions<Job>) {
    this.#ledger = ledger;
    this.#actions = actions;
  }

  /**
   * Uploads a file and waits for its job, as far as that is not done yet.
   *
   * @param signal ends reading and waiting; an upload under way is not cancelled
   * @param release called when the upload has ended
   */
  async run(
    item: UploadSource | BatchFile,
    index: number,
    signal: AbortSignal,
    release: () => void,
  ): Promise<BatchOutcome<Job>> {
    const file: BatchFile = isBatchFile(item) ? item : { document: item };
    const name = nameOf(file.document);
    const key = String(file.key ?? (name || "document"));
    // A path stands for one file; the name of a File may be that of many.
    const isNamed = file.key !== undefined || (name !== undefined && !(file.document instanceof Blob));
    const siteId = typeof file.siteId === "string" ? file.siteId : undefined;
    let document: File;
    let id: BatchFileId;
    try {
      document = await this.#actions.prepare(file, signal);
      id = { key, siteId, sha256: await hash(document) };
    } catch (error) {
      await this.#ledger.note({ key, siteId, status: "rejected" }, isNamed);
      return { key, index, status: "rejected", error };
    }
    return { key, index, ...(await this.#once({ id, isNamed, document, signal, release })) };
  }

  /** The result of a file; where the same file is under way already, the result of that. */
  async #once(upload: Upload): Promise<Result<Job>> {
    const { key, siteId, sha256 } = upload.id;
    const name = JSON.stringify([key, siteId, sha256]);
    const other = this.#underWay.get(name);
    if (other !== undefined) {
      upload.release();
      return other;
    }
    const result = this.#settle(upload);
    this.#underWay.set(name, result);
    try {
      return await result;
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #settle(upload: Upload): Promise<Result<Job>> {
    const known = this.#ledger.look(upload.id, upload.isNamed);
    const result = known.status === "unsent" ? await this.#send(upload, known.before) : known;
    upload.release();
    return result.status === "submitted" ? this.#wait(upload, result.jobId) : result;
  }

  /** Uploads a file that is known to the store as on its way. */
  async #send({ id, isNamed, document, signal }: Upload, before: "rejected" | "uncertain"): Promise<Submission> {
    await this.#ledger.note({ ...id, status: "sending" }, isNamed);
    const submission = await this.#submit(document, id, signal);
    // What an earlier run sent may have arrived, although it was refused this time.
    const result = submission.status === "rejected" ? { ...submission, status: before } : submission;
    const { error: _, ...entry } = { error: undefined, ...result };
    await this.#ledger.note({ ...id, ...entry }, isNamed);
    return result;
  }

  async #submit(document: File, { siteId }: BatchFileId, signal: AbortSignal): Promise<Submission> {
    const { failure } = this.#ledger;
    if (failure !== undefined) return { status: "rejected", error: failure.error };
    if (signal.aborted) {
      return { status: "rejected", error: new NectarAbortError("the batch ended before this file was sent") };
    }
    return this.#actions.submit(document, siteId);
  }

  async #wait({ id, isNamed, signal }: Upload, jobId: string): Promise<Result<Job>> {
    try {
      const outcome = await this.#actions.wait(jobId, signal);
      await this.#ledger.note({ ...id, status: outcome.status, jobId }, isNamed);
      return { ...outcome, jobId };
    } catch (error) {
      return { status: "submitted", jobId, error };
    }
  }
}

async function hash(document: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await document.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isBatchFile(file: UploadSource | BatchFile): file is BatchFile {
  return "document" in Object(file);
}
