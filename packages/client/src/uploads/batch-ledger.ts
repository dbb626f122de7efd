import { withDeadline } from "../async/with-deadline.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import {
  type BatchEntry,
  type BatchFileId,
  type BatchJobStatus,
  type BatchManifest,
  readManifest,
} from "./batch-manifest.ts";
import type { BatchOptions, Resubmit } from "./batch-options.ts";

/** State of a file in the ledger. An `unsent` file must be sent; if that fails, it returns to `before`. */
export type KnownState =
  | { readonly status: "unsent"; readonly before: "rejected" | "uncertain" }
  | { readonly status: "changed" | "uncertain" }
  | { readonly status: BatchJobStatus; readonly jobId: string };

/** Records the state of each file of a batch, and passes every change to the caller's `save`, one at a time. */
export class BatchLedger {
  readonly #companyId: string;
  readonly #save: BatchOptions<unknown>["save"];
  readonly #signal: AbortSignal | undefined;
  readonly #resubmit: readonly (Resubmit | undefined)[];
  /** Entries by name and site, then by content, to compare files of the same name. */
  readonly #names = new Map<string, Map<string | undefined, BatchEntry>>();
  /** Uncertain entries of an earlier run to send again, each once. */
  readonly #again = new Set<BatchEntry>();
  #saved: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  /** @throws {NectarValidationError} when `resumeFrom`, `save` or `resubmit` is invalid */
  constructor(companyId: string, { save, resumeFrom, resubmit, signal }: BatchOptions<never>) {
    this.#companyId = companyId;
    this.#save = save;
    this.#signal = signal;
    this.#resubmit = [resubmit].flat();
    if (!["function", "undefined"].includes(typeof save)) throw new NectarValidationError("`save` must be a function");
    if (!this.#resubmit.every((one) => one === undefined || one === "uncertain" || one === "changed"))
      throw new NectarValidationError('`resubmit` must be "uncertain", "changed" or a list of them');
    for (const entry of readManifest(resumeFrom, companyId)) {
      this.#versions(entry).set(entry.sha256, entry);
      if (entry.status === "uncertain" && this.#resubmit.includes("uncertain")) this.#again.add(entry);
    }
  }

  get manifest(): BatchManifest {
    const files = [...this.#names.values()].flatMap((versions) => [...versions.values()]);
    return { version: 1, companyId: this.#companyId, files };
  }

  /** The first error of `save`, after which nothing may be sent. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** @throws {unknown} what `save` rejected with */
  throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /**
   * Finds the state of a file.
   *
   * @param isNamed whether the key identifies this file alone
   */
  find(file: BatchFileId, isNamed: boolean): KnownState {
    const versions = this.#versions(file);
    const entry = versions.get(file.sha256);
    if (entry !== undefined && entry.status !== "rejected") {
      if (this.#again.delete(entry)) return { status: "unsent", before: "uncertain" };
      return entry.jobId === undefined ? { status: "uncertain" } : { status: entry.status, jobId: entry.jobId };
    }
    const isTaken = [...versions.values()].some(({ status }) => status !== "rejected");
    if (isNamed && isTaken && !this.#resubmit.includes("changed")) return { status: "changed" };
    return { status: "unsent", before: "rejected" };
  }

  /** Records the state of a file, and waits until it is stored or the caller aborts; see {@link failure}. */
  async record(entry: BatchEntry): Promise<void> {
    const versions = this.#versions(entry);
    versions.delete(undefined);
    // An unreadable file does not erase the entries of an earlier run.
    if (entry.sha256 === undefined && versions.size > 0) return;
    versions.set(entry.sha256, entry);
    this.#saved = this.#saved
      .then(() => this.#save?.(this.manifest, entry))
      .catch((error) => {
        this.#failure ??= { error };
      });
    // An abort ends the wait for a `save` that hangs; nothing else rejects here.
    await withDeadline(Infinity, this.#signal, () => this.#saved).catch(() => {});
  }

  #versions({ key, siteId }: BatchFileId): Map<string | undefined, BatchEntry> {
    const name = JSON.stringify([key, siteId]);
    const versions = this.#names.get(name) ?? new Map<string | undefined, BatchEntry>();
    this.#names.set(name, versions);
    return versions;
  }
}
