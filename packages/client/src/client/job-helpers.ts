import type { ApiCall, CallOptions } from "../contract.ts";
import type { AnyJob, JobOutcome } from "../jobs/job-outcome.ts";
import type { JobPoller } from "../jobs/job-poller.ts";
import type { PollOptions, PollState } from "../jobs/poll-options.ts";
import type { BatchFiles, BatchOptions } from "../uploads/batch-options.ts";
import type { UploadBatch } from "../uploads/upload-batch.ts";
import type { UploadSource } from "../uploads/upload-source.ts";

/**
 * The methods that a client adds to the jobs of the API.
 *
 * Each method looks the type of a job up itself, so that programs that never use jobs cost the compiler nothing.
 */
export interface JobHelpers<Resources> {
  /**
   * Uploads one bill: PDF, PNG or JPEG by its content, at most 25 MB. The file keeps its name.
   *
   * @param companyId an active company
   * @throws {NectarValidationError} before anything is sent, when the file is unacceptable
   * @throws {NectarApiError} when the API refuses it
   * @example const job = await nectar.jobs.submit(companyId, { document: { path: "bill.pdf" } });
   */
  submit(
    companyId: string,
    body: { readonly document: UploadSource; readonly siteId?: string | null | undefined },
    options?: CallOptions,
  ): ApiCall<JobOf<Resources>>;

  /**
   * Uploads any number of bills, a few at a time, and waits for their jobs. Iterating over the batch starts it.
   *
   * A failed file is an outcome, not an error. With `save` and `resumeFrom`, each file is uploaded at most once, even if the process dies.
   *
   * @throws {NectarValidationError} when an option is invalid, or `resumeFrom` is not a manifest of this company
   * @example for await (const { key, status } of nectar.jobs.submitMany(companyId, files)) console.log(key, status);
   */
  submitMany(
    companyId: string,
    files: BatchFiles,
    options?: BatchOptions<JobOf<Resources>>,
  ): UploadBatch<JobOf<Resources>>;

  /**
   * Waits for a job: polls at once, then every second, slowing down to every 15 seconds.
   *
   * @throws {NectarTimeoutError} when the `deadline` passes, by default after half an hour; the `state` of the error resumes the wait
   * @throws {NectarAbortError} when the signal aborts
   * @throws {NectarApiError} when the job does not exist
   * @example const { status } = await nectar.jobs.wait(job.id, { deadline: 15 * 60_000 });
   */
  wait(id: string, options?: PollOptions<JobOf<Resources>>): JobWait<JobOf<Resources>>;

  /**
   * Creates a poller for a job, or for the state of an earlier poller, with `notify` for webhooks.
   *
   * @throws {NectarValidationError} when the argument is neither, or an option is invalid
   * @example for await (const { status } of nectar.jobs.poll(job.id)) console.log(status);
   */
  poll(job: string | PollState, options?: PollOptions<JobOf<Resources>>): JobPoller<JobOf<Resources>>;
}

/** A running wait: a promise of the outcome, and an iterable of the states of the job. */
export type JobWait<Job> = Promise<JobOutcome<Job>> & AsyncIterable<Job>;

/** The job of an API version. Comparing whole promises instead would cost the compiler ten times as much. */
export type JobOf<Resources> = Resources extends { readonly jobs: { retrieve: (...args: never) => infer Call } }
  ? Call extends { then(onFulfilled: (job: infer Job extends AnyJob) => unknown): unknown }
    ? Job
    : never
  : never;
