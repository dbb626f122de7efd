import type { ApiCall, CallOptions } from "../contract.ts";
import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { JobPoller } from "../jobs/job-poller.ts";
import type { PollOptions, PollState } from "../jobs/poll-options.ts";
import type { BatchFiles, BatchOptions } from "../uploads/batch-options.ts";
import type { UploadBatch } from "../uploads/upload-batch.ts";
import type { UploadSource } from "../uploads/upload-source.ts";

/**
 * What the jobs of a client can do beside the operations of the API. The type of a job is looked up where it is used, since a client whose
 * jobs nobody touches should not cost the compiler anything.
 */
export interface JobHelpers<Resources> {
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
  ): ApiCall<JobOf<Resources>>;

  /**
   * Uploads any number of bills and waits for their jobs, a few at a time. A file that fails is an outcome like any other. Starts when it is
   * iterated over. With `save` and `resumeFrom`, each file is uploaded at most once, although the process may die at any time.
   *
   * @throws {NectarValidationError} for a `resumeFrom` that is no manifest of this company, or that of a newer version of this package
   */
  submitMany(
    companyId: string,
    files: BatchFiles,
    options?: BatchOptions<JobOf<Resources>>,
  ): UploadBatch<JobOf<Resources>>;

  /**
   * Waits for a job: looks at once, then every second, slowing down to every 15 seconds.
   *
   * @throws {NectarTimeoutError} after half an hour, unless `deadline` says otherwise; its `state` goes on with the wait
   * @throws {NectarAbortError} when the signal aborts
   * @throws {NectarApiError} when there is no such job
   */
  wait(id: string, options?: PollOptions<JobOf<Resources>>): JobWait<JobOf<Resources>>;

  /** A poller for a job, or for the state of an earlier one: results for many, states to iterate over, `notify` for webhooks. */
  poll(job: string | PollState, options?: PollOptions<JobOf<Resources>>): JobPoller<JobOf<Resources>>;
}

/** A wait under way: a promise of the outcome, and the states of the job to iterate over. */
export type JobWait<Job> = Promise<JobOutcome<Job>> & AsyncIterable<Job>;

/** The job of an API version. Written so that the compiler need not compare whole promises, which would cost it ten times as much. */
export type JobOf<Resources> = Resources extends { readonly jobs: { retrieve: (...args: never) => infer Call } }
  ? Call extends { then(onFulfilled: (job: infer Job extends AnyJob) => unknown): unknown }
    ? Job
    : never
  : never;
