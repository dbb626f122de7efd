/** How to wait for a job. Durations are milliseconds. */
export interface PollOptions<Job> {
  /**
   * Milliseconds of the pause after the first poll; each further pause is half as long again.
   *
   * @default 1_000
   * @throws {NectarValidationError} when it is below 1
   * @example 5_000
   */
  readonly interval?: number | undefined;
  /**
   * Milliseconds of the longest pause.
   *
   * @default 15_000
   * @throws {NectarValidationError} when it is below 1
   * @example 60_000
   */
  readonly maxInterval?: number | undefined;
  /**
   * Milliseconds for the whole wait, including its requests; `Infinity` waits forever.
   *
   * @default 1_800_000 (half an hour)
   * @throws {NectarTimeoutError} when it passes; the `state` of the error resumes the wait
   * @example 15 * 60_000
   */
  readonly deadline?: number | undefined;
  /**
   * Ends the wait at once; the job itself continues.
   *
   * @default none
   * @throws {NectarAbortError} when the signal aborts
   * @example AbortSignal.timeout(60_000)
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called after each poll.
   *
   * @default none
   * @throws {unknown} what the function throws
   * @example ({ job, elapsed }) => console.log(job.status, elapsed)
   */
  readonly onProgress?: ((progress: JobProgress<Job>) => void) | undefined;
}

/** The result of one poll of a job. */
export interface JobProgress<Job> {
  readonly job: Job;
  /** Polls so far. */
  readonly polls: number;
  /** Milliseconds since the wait began. */
  readonly elapsed: number;
}

/** The state of a wait as plain JSON, to resume later or elsewhere with `jobs.poll(state)`. */
export interface PollState {
  readonly version: 1;
  readonly jobId: string;
}

/** An event that makes a poller poll at once, such as any event of `@nectar-sdk/webhooks`. */
export interface PollerEvent {
  readonly type: string;
}
