import type { ApiCall, CallOptions } from "../contract.ts";
import type { BatchFiles, BatchOptions, UploadBatch } from "../uploads/upload-batch.ts";
import type { UploadSource } from "../uploads/upload-source.ts";
import type { AnyJob, JobOutcome } from "./job-outcome.ts";
import type { JobPoller } from "./job-poller.ts";
import type { PollOptions, PollState } from "./poll-options.ts";

/** What the jobs of a client can do beside the operations of the API. */
export interface JobHelpers<Job extends AnyJob> {
  /**
   * Uploads one bill: PDF, PNG or JPEG by its content, at most 25 MB. The name of a file is kept.
   *
   * @param companyId Company. Has to be active.
   * @throws {NectarValidationError} before anything is sent, for a file that cannot be accepted
   * @throws {NectarApiError} when the API refuses it
   */
  submit(
    companyId: string,
    body: { readonly document: UploadSource; readonly siteId?: string | null | undefined },
    options?: CallOptions,
  ): ApiCall<Job>;

  /**
   * Uploads any number of bills and waits for their jobs, a few at a time. A file that fails is an outcome like any other, and the
   * `manifest` of the batch goes on with the rest later. Starts when it is iterated over.
   *
   * @throws {NectarValidationError} for a `resumeFrom` that is no manifest of this company
   */
  submitMany(companyId: string, files: BatchFiles, options?: BatchOptions<Job>): UploadBatch<Job>;

  /**
   * Waits for a job: looks at once, then every second, slowing down to every 15 seconds.
   *
   * @throws {NectarTimeoutError} after half an hour, unless `deadline` says otherwise; its `state` goes on with the wait
   * @throws {NectarAbortError} when the signal aborts
   * @throws {NectarApiError} when there is no such job
   */
  wait(id: string, options?: PollOptions<Job>): Promise<JobOutcome<Job>> & AsyncIterable<Job>;

  /** A poller for a job, or for the state of an earlier one: results for many, states to iterate over, `notify` for webhooks. */
  poll(job: string | PollState, options?: PollOptions<Job>): JobPoller<Job>;
}

/** The job of an API version, if it has jobs. */
export type JobOf<Resources> = Resources extends { readonly jobs: { retrieve(id: string): ApiCall<infer Job> } }
  ? Job extends AnyJob
    ? Job
    : never
  : never;
