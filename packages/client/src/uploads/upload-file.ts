import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { BatchFileId } from "./batch-manifest.ts";
import type { BatchLedger, Known } from "./batch-ledger.ts";
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

/** A file after its upload; its content is no longer needed. */
export interface Uploaded {
  readonly id: BatchFileId;
  readonly index: number;
  /** Whether its key stands for this file alone. */
  readonly isNamed: boolean;
  readonly result: Submission | Exclude<Known, { status: "unsent" }>;
}

/** Takes the files of a batch from their content to the end of their job. */
export class FileUploader<Job extends AnyJob> {
  readonly #ledger: BatchLedger;
  readonly #actions: BatchActions<Job>;
  /** Uploads under way, so that the same file twice is uploaded once. */
  readonly #uploads = new Map<string, Promise<Uploaded["result"]>>();

  constructor(ledger: BatchLedger, actions: BatchActions<Job>) {
    this.#ledger = ledger;
    this.#actions = actions;
  }

  /**
   * Reads a file, and uploads it unless it is known already.
   *
   * @param signal ends what is not sent yet; an upload under way is not cancelled
   */
  async upload(item: UploadSource | BatchFile, index: number, signal: AbortSignal): Promise<Uploaded> {
    const file: BatchFile = isBatchFile(item) ? item : { document: item };
    const name = nameOf(file.document);
    const key = String(file.key ?? (name || "document"));
    // A path stands for one file; the name of a File may be that of many.
    const isNamed = file.key !== undefined || (name !== undefined && !(file.document instanceof Blob));
    const siteId = typeof file.siteId === "string" ? file.siteId : undefined;
    let document: File;
    let id: BatchFileId = { key, siteId };
    try {
      document = await this.#actions.prepare(file, signal);
      id = { ...id, sha256: await hash(document) };
    } catch (error) {
      await this.#ledger.note({ ...id, status: "rejected" }, isNamed);
      return { id, index, isNamed, result: { status: "rejected", error } };
    }
    const content = JSON.stringify([key, siteId, id.sha256]);
    const upload = this.#uploads.get(content) ?? this.#sendUnlessKnown(document, id, isNamed, signal);
    this.#uploads.set(content, upload);
    const result = await upload;
    this.#uploads.delete(content);
    return { id, index, isNamed, result };
  }

  /** Waits for the job of a file, where it has one. */
  async wait({ id, index, isNamed, result }: Uploaded, signal: AbortSignal): Promise<BatchOutcome<Job>> {
    const { key } = id;
    if (result.status !== "submitted") return { key, index, ...result };
    const { jobId } = result;
    try {
      const outcome = await this.#actions.wait(jobId, signal);
      await this.#ledger.note({ ...id, status: outcome.status, jobId }, isNamed);
      return { key, index, jobId, ...outcome };
    } catch (error) {
      return { key, index, status: "submitted", jobId, error };
    }
  }

  async #sendUnlessKnown(
    document: File,
    id: BatchFileId,
    isNamed: boolean,
    signal: AbortSignal,
  ): Promise<Uploaded["result"]> {
    const known = this.#ledger.look(id, isNamed);
    if (known.status !== "unsent") return known;
    await this.#ledger.note({ ...id, status: "sending" }, isNamed);
    const submission = await this.#submit(document, id, signal);
    // What an earlier run sent may have arrived, although it was refused this time.
    const result = submission.status === "rejected" ? { ...submission, status: known.before } : submission;
    const entry = result.status === "submitted" ? result : { status: result.status };
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
}

async function hash(document: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await document.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isBatchFile(file: UploadSource | BatchFile): file is BatchFile {
  return "document" in Object(file);
}
