import { type LinkedController, linkController } from "../async/link-controller.ts";
import { TIMED_OUT, withDeadline } from "../async/with-deadline.ts";
import { requireAtLeastOne } from "../config/check-numbers.ts";
import type { CallOptions } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { computePollDelay } from "./compute-poll-delay.ts";
import { isTransient } from "./is-transient.ts";
import { type AnyJob, type JobOutcome, toJobOutcome } from "./job-outcome.ts";
import type { PollerEvent, PollOptions, PollState } from "./poll-options.ts";

/** Retrieves a job. */
export type RetrieveJob<Job> = (id: string, options: CallOptions) => Promise<Job>;

const DEFAULT_DEADLINE_MS = 1_800_000;

/**
 * Waits for a job: polls first, then pauses. All consumers share one loop, which runs as long as there is a consumer.
 *
 * Lost connections, 429 and 5xx do not end the wait; the deadline does.
 */
export class JobPoller<Job extends AnyJob> implements AsyncIterable<Job> {
  /** Id of the job. */
  readonly id: string;
  readonly #retrieve: RetrieveJob<Job>;
  readonly #options: PollOptions<Job>;
  #outcome: Promise<JobOutcome<Job>> | undefined;
  #isOver = false;
  #link: LinkedController | undefined;
  #consumers = 0;
  #job: Job | undefined;
  #polls = 0;
  /** Ends the pause of the loop. */
  #wake: (() => void) | undefined;
  /** Whether `notify` was called since the current poll began, which may have been too early. */
  #isNotified = false;
  /** Wake the iterators that wait for the next state. */
  readonly #watchers = new Set<() => void>();

  /** @throws {NectarValidationError} when a duration is below one millisecond, which would flood the server */
  constructor(id: string, retrieve: RetrieveJob<Job>, options: PollOptions<Job>) {
    requireAtLeastOne(options, "interval", "maxInterval", "deadline");
    this.id = id;
    this.#retrieve = retrieve;
    this.#options = options;
  }

  /**
   * Waits for the outcome of the job.
   *
   * @throws {NectarTimeoutError} when the deadline passes; the `state` of the error resumes the wait
   * @throws {NectarAbortError} when the signal aborts
   * @throws {NectarApiError} when the job does not exist, or the API key cannot see it
   */
  async result(): Promise<JobOutcome<Job>> {
    this.#consumers += 1;
    try {
      return await this.#begin();
    } catch (error) {
      throw addCallSite(error);
    }
  }

  /** Starts polling before anything awaits the outcome. */
  start(): this {
    this.#begin().catch(() => {});
    return this;
  }

  /** Yields each new state of the job, including the last one. A slow consumer gets the latest. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Job, void, undefined> {
    this.#consumers += 1;
    const outcome = this.#begin();
    outcome.catch(() => {});
    let seen = 0;
    try {
      for (;;) {
        if (this.#job !== undefined && this.#polls > seen) {
          seen = this.#polls;
          yield this.#job;
        } else if (this.#isOver) break;
        else await new Promise<void>((resolve) => this.#watchers.add(resolve));
      }
      await outcome;
    } catch (error) {
      throw addCallSite(error);
    } finally {
      this.#consumers -= 1;
      if (this.#consumers === 0 && !this.#isOver) {
        this.#outcome = undefined;
        this.#link?.abort();
      }
    }
  }

  /**
   * Polls at once, for example when a webhook reports a new document.
   *
   * Any event triggers a poll, since an unnecessary poll is cheaper than a missed one.
   */
  notify(_event?: PollerEvent): void {
    this.#isNotified = true;
    this.#wake?.();
  }

  /** Returns the state of the wait, which `jobs.poll` resumes later or elsewhere. */
  toJSON(): PollState {
    return { version: 1, jobId: this.id };
  }

  #begin(): Promise<JobOutcome<Job>> {
    if (this.#outcome !== undefined) return this.#outcome;
    const outcome = this.#loop().finally(() => {
      // Another loop may have replaced this one.
      if (this.#outcome !== outcome) return;
      this.#isOver = true;
      this.#wakeWatchers();
    });
    this.#outcome = outcome;
    return outcome;
  }

  async #loop(): Promise<JobOutcome<Job>> {
    const {
      interval = 1_000,
      maxInterval = 15_000,
      deadline = DEFAULT_DEADLINE_MS,
      signal,
      onProgress,
    } = this.#options;
    const link = linkController(signal);
    this.#link = link;
    const startedAt = performance.now();
    const getTimeLeft = (): number => startedAt + deadline - performance.now();
    try {
      for (let polls = 1; ; polls += 1) {
        this.#isNotified = false;
        const job = await this.#poll(getTimeLeft(), link.signal);
        if (job !== undefined) {
          this.#job = job;
          this.#polls += 1;
          onProgress?.({ job, polls, elapsed: performance.now() - startedAt });
          this.#wakeWatchers();
          const outcome = toJobOutcome(job);
          if (outcome !== undefined) return outcome;
        }
        const pause = Math.min(getTimeLeft(), computePollDelay(polls, interval, maxInterval, Math.random()));
        await this.#pause(pause, link.signal);
        // Timers round to milliseconds and may fire one early: too little time for another poll.
        if (getTimeLeft() < 2) {
          const pending = `still ${this.#job?.status ?? "unknown"}`;
          const details = { pending, milliseconds: deadline, state: this.toJSON() };
          throw new NectarTimeoutError(details, { label: `job ${this.id}` });
        }
      }
    } finally {
      link.unlink();
    }
  }

  /** Retrieves the job; `undefined` after a temporary failure. */
  async #poll(deadline: number, signal: AbortSignal): Promise<Job | undefined> {
    try {
      return await this.#retrieve(this.id, { signal, deadline });
    } catch (error) {
      if (!isTransient(error)) throw error;
      return undefined;
    }
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#isNotified) return;
    const waitForNotify = (): Promise<void> =>
      new Promise((resolve) => {
        this.#wake = resolve;
      });
    try {
      await withDeadline(milliseconds, signal, waitForNotify);
    } catch (reason) {
      if (reason !== TIMED_OUT) throw new NectarAbortError({ label: `job ${this.id}`, cause: signal.reason });
    }
  }

  #wakeWatchers(): void {
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
  }
}
