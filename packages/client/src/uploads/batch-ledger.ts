import { within } from "../async/with-deadline.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import {
  type BatchEntry,
  type BatchFileId,
  type BatchJobStatus,
  type BatchManifest,
  readManifest,
} from "./batch-manifest.ts";
import type { BatchOptions, Resubmit } from "./batch-options.ts";

/** What is known of a file. `unsent`: it is to be sent; where that fails, it stands as it did before. */
export type Known =
  | { readonly status: "unsent"; readonly before: "rejected" | "uncertain" }
  | { readonly status: "changed" | "uncertain" }
  | { readonly status: BatchJobStatus; readonly jobId: string };

/** What is known of the files of a batch. Every change goes to the caller's `save`, one after the other. */
export class BatchLedger {
  readonly #companyId: string;
  readonly #save: BatchOptions<unknown>["save"];
  readonly #signal: AbortSignal | undefined;
  readonly #resubmit: readonly (Resubmit | undefined)[];
  /** Entries by name and site, and by their content: what has the same name is compared. */
  readonly #names = new Map<string, Map<string | undefined, BatchEntry>>();
  /** Uncertain entries of the earlier run that are to be sent again, each once. */
  readonly #again = new Set<BatchEntry>();
  #saved: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  /** @throws {NectarValidationError} for a `resumeFrom` that is not a manifest of this company, a bad `save` and a bad `resubmit` */
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

  /** Why `save` failed, the first time; from then on, nothing may be sent. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** @throws what `save` rejected with */
  throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /**
   * What is known of a file.
   *
   * @param isNamed whether its key stands for this file alone
   */
  look(file: BatchFileId, isNamed: boolean): Known {
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

  /** Notes where a file stands, and waits until that is stored or the caller aborts; see {@link failure}. */
  async note(entry: BatchEntry): Promise<void> {
    const versions = this.#versions(entry);
    versions.delete(undefined);
    // A file that cannot be read this time takes nothing away from what is known.
    if (entry.sha256 === undefined && versions.size > 0) return;
    versions.set(entry.sha256, entry);
    this.#saved = this.#saved
      .then(() => this.#save?.(this.manifest, entry))
      .catch((error) => {
        this.#failure ??= { error };
      });
    // A `save` that hangs does not hold up an abort, the only reason for which this rejects.
    await within(Infinity, this.#signal, () => this.#saved).catch(() => {});
  }

  #versions({ key, siteId }: BatchFileId): Map<string | undefined, BatchEntry> {
    const name = JSON.stringify([key, siteId]);
    const versions = this.#names.get(name) ?? new Map<string | undefined, BatchEntry>();
    this.#names.set(name, versions);
    return versions;
  }
}
