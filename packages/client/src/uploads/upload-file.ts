import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { BatchLedger, Known } from "./batch-ledger.ts";
import type { BatchFileId } from "./batch-manifest.ts";
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
   * @param signal ends the reading; an upload under way is not cancelled
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
      await this.#ledger.note({ ...id, status: "rejected" });
      return { id, index, result: { status: "rejected", error } };
    }
    const content = JSON.stringify(id);
    let upload = this.#uploads.get(content);
    if (upload === undefined) {
      upload = this.#sendUnlessKnown(document, id, isNamed).finally(() => this.#uploads.delete(content));
      this.#uploads.set(content, upload);
    }
    return { id, index, result: await upload };
  }

  /** Waits for the job of a file, where it has one. */
  async wait({ id, index, result }: Uploaded, signal: AbortSignal): Promise<BatchOutcome<Job>> {
    const { key } = id;
    if (result.status !== "submitted") return { key, index, ...result };
    const { jobId } = result;
    try {
      const outcome = await this.#actions.wait(jobId, signal);
      await this.#ledger.note({ ...id, status: outcome.status, jobId });
      return { key, index, jobId, ...outcome };
    } catch (error) {
      return { key, index, status: "submitted", jobId, error };
    }
  }

  async #sendUnlessKnown(document: File, id: BatchFileId, isNamed: boolean): Promise<Uploaded["result"]> {
    const known = this.#ledger.look(id, isNamed);
    if (known.status !== "unsent") return known;
    await this.#ledger.note({ ...id, status: "sending" });
    const { failure } = this.#ledger;
    const submission: Submission =
      failure === undefined
        ? await this.#actions.submit(document, id.siteId)
        : { status: "rejected", error: failure.error };
    // What an earlier run sent may have arrived, although it was refused this time.
    const result = submission.status === "rejected" ? { ...submission, status: known.before } : submission;
    const entry = result.status === "submitted" ? result : { status: result.status };
    await this.#ledger.note({ ...id, ...entry });
    return result;
  }
}

async function hash(document: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await document.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isBatchFile(file: UploadSource | BatchFile): file is BatchFile {
  return "document" in Object(file);
}
