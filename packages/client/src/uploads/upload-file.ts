import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { BatchLedger, KnownState } from "./batch-ledger.ts";
import type { BatchFileId } from "./batch-manifest.ts";
import type { BatchFile, BatchOutcome } from "./batch-options.ts";
import { getSourceName, type UploadSource } from "./upload-source.ts";

/** How an upload ended, as far as the client knows. */
export type Submission =
  | { readonly status: "submitted"; readonly jobId: string }
  | { readonly status: "rejected" | "uncertain"; readonly error: unknown };

/** Functions of the client that a batch needs. */
export interface BatchActions<Job> {
  /** Reads a file into memory. */
  prepare(body: BatchFile, signal: AbortSignal): Promise<File>;
  /** Uploads a file from memory. Never rejects. */
  submit(document: File, siteId: string | undefined): Promise<Submission>;
  wait(jobId: string, signal: AbortSignal): PromiseLike<JobOutcome<Job>>;
}

/** A file after its upload, without its content. */
export interface Uploaded {
  readonly id: BatchFileId;
  readonly index: number;
  readonly result: Submission | Exclude<KnownState, { status: "unsent" }>;
}

/** Takes each file of a batch from its content to the end of its job. */
export class FileUploader<Job extends AnyJob> {
  readonly #ledger: BatchLedger;
  readonly #actions: BatchActions<Job>;
  /** Running uploads, so that the same file is not uploaded twice. */
  readonly #uploads = new Map<string, Promise<Uploaded["result"]>>();

  constructor(ledger: BatchLedger, actions: BatchActions<Job>) {
    this.#ledger = ledger;
    this.#actions = actions;
  }

  /**
   * Reads a file, and uploads it unless the manifest knows it.
   *
   * @param signal ends the reading, but does not cancel a running upload
   */
  async upload(item: UploadSource | BatchFile, index: number, signal: AbortSignal): Promise<Uploaded> {
    const file: BatchFile = isBatchFile(item) ? item : { document: item };
    const name = getSourceName(file.document);
    const key = String(file.key ?? (name || "document"));
    // A path identifies one file; several Files may share a name.
    const isNamed = file.key !== undefined || (name !== undefined && !(file.document instanceof Blob));
    const siteId = typeof file.siteId === "string" ? file.siteId : undefined;
    let document: File;
    let id: BatchFileId = { key, siteId };
    try {
      document = await this.#actions.prepare(file, signal);
      id = { ...id, sha256: await hashDocument(document) };
    } catch (error) {
      await this.#ledger.record({ ...id, status: "rejected" });
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

  /** Waits for the job of a file, if it has one. */
  async wait({ id, index, result }: Uploaded, signal: AbortSignal): Promise<BatchOutcome<Job>> {
    const { key } = id;
    if (result.status !== "submitted") return { key, index, ...result };
    const { jobId } = result;
    try {
      const outcome = await this.#actions.wait(jobId, signal);
      await this.#ledger.record({ ...id, status: outcome.status, jobId });
      return { key, index, jobId, ...outcome };
    } catch (error) {
      return { key, index, status: "submitted", jobId, error };
    }
  }

  async #sendUnlessKnown(document: File, id: BatchFileId, isNamed: boolean): Promise<Uploaded["result"]> {
    const known = this.#ledger.find(id, isNamed);
    if (known.status !== "unsent") return known;
    await this.#ledger.record({ ...id, status: "sending" });
    const { failure } = this.#ledger;
    const submission: Submission =
      failure === undefined
        ? await this.#actions.submit(document, id.siteId)
        : { status: "rejected", error: failure.error };
    // The file of an earlier run may have arrived, even if this upload was rejected.
    const result = submission.status === "rejected" ? { ...submission, status: known.before } : submission;
    const entry = result.status === "submitted" ? result : { status: result.status };
    await this.#ledger.record({ ...id, ...entry });
    return result;
  }
}

async function hashDocument(document: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await document.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isBatchFile(file: UploadSource | BatchFile): file is BatchFile {
  return "document" in Object(file);
}
