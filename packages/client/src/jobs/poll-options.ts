/** How a job is waited for. Durations are milliseconds. */
export interface PollOptions<Job> {
  /**
   * Pause after the first look; each further one is half as long again.
   *
   * @default 1000
   */
  readonly interval?: number | undefined;
  /** @default 15000 */
  readonly maxInterval?: number | undefined;
  /**
   * Time for the whole wait, the requests in it included. `Infinity` waits for ever.
   *
   * @default 1800000 (half an hour)
   */
  readonly deadline?: number | undefined;
  /** Ends the wait at once; the job itself goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each look at the job. */
  readonly onProgress?: ((progress: JobProgress<Job>) => void) | undefined;
}

/** One look at a job. */
export interface JobProgress<Job> {
  readonly job: Job;
  /** Looks so far. */
  readonly polls: number;
  /** Milliseconds since the wait began. */
  readonly elapsed: number;
}

/** A wait as plain JSON, to go on with later or elsewhere: `jobs.poll(state)`. */
export interface PollState {
  readonly version: 1;
  readonly jobId: string;
}

/** What may wake a poller: any event of `@nectar-sdk/webhooks`, of kind `"unknown"` too, or anything else with a type. */
export interface PollerNews {
  readonly type: string;
}
