import { type LinkedAbort, linkAbort } from "../async/linked-controller.ts";
import { TIMED_OUT, within } from "../async/with-deadline.ts";
import { requireAtLeastOne } from "../config/require-at-least-one.ts";
import type { CallOptions } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { isTransient } from "./is-transient.ts";
import { type AnyJob, type JobOutcome, outcomeOf } from "./job-outcome.ts";
import { pollDelay } from "./poll-delay.ts";
import type { PollerNews, PollOptions, PollState } from "./poll-options.ts";

/** Looks at a job. */
export type RetrieveJob<Job> = (id: string, options: CallOptions) => Promise<Job>;

const HALF_AN_HOUR = 1_800_000;

/**
 * Waits for a job: looks first, then sleeps. However many wait for it, there is one loop, which runs as long as somebody does.
 * Lost connections, 429 and 5xx do not end it; the deadline does.
 */
export class JobPoller<Job extends AnyJob> implements AsyncIterable<Job> {
  /** Id of the job. */
  readonly id: string;
  readonly #retrieve: RetrieveJob<Job>;
  readonly #options: PollOptions<Job>;
  #outcome: Promise<JobOutcome<Job>> | undefined;
  #isOver = false;
  #link: LinkedAbort | undefined;
  #consumers = 0;
  #job: Job | undefined;
  #polls = 0;
  /** Wakes the loop from its sleep. */
  #wake: (() => void) | undefined;
  /** Whether there is news since the present look began, which may be too early for it. */
  #isNotified = false;
  /** Wakes the iterators that wait for the next state. */
  readonly #watchers = new Set<() => void>();

  /** @throws {NectarValidationError} for times below one millisecond: nobody should be asked without a pause */
  constructor(id: string, retrieve: RetrieveJob<Job>, options: PollOptions<Job>) {
    requireAtLeastOne(options, "interval", "maxInterval", "deadline");
    this.id = id;
    this.#retrieve = retrieve;
    this.#options = options;
  }

  /**
   * How the job ended.
   *
   * @throws {NectarTimeoutError} when the deadline passes; its `state` goes on with the wait
   * @throws {NectarAbortError} when the signal aborts
   * @throws {NectarApiError} when there is no such job, or the key may not see it
   */
  async result(): Promise<JobOutcome<Job>> {
    this.#consumers += 1;
    try {
      return await this.#begin();
    } catch (error) {
      throw addCallSite(error);
    }
  }

  /** Begins to look at the job, although nobody has asked for its outcome yet. */
  start(): this {
    this.#begin().catch(() => {});
    return this;
  }

  /** The states of the job as they are seen, the last one included. A consumer that is slow sees the latest. */
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
   * Looks at the job at once, for example when a webhook says that its document is there. Any event does, one without a name too: one look
   * too many harms less than one too few.
   */
  notify(_event?: PollerNews): void {
    this.#isNotified = true;
    this.#wake?.();
  }

  /** What goes on with the wait later or elsewhere: pass it to `jobs.poll`. */
  toJSON(): PollState {
    return { version: 1, jobId: this.id };
  }

  #begin(): Promise<JobOutcome<Job>> {
    if (this.#outcome !== undefined) return this.#outcome;
    const outcome = this.#loop().finally(() => {
      // Another loop may have begun since this one was left.
      if (this.#outcome !== outcome) return;
      this.#isOver = true;
      this.#tellWatchers();
    });
    this.#outcome = outcome;
    return outcome;
  }

  async #loop(): Promise<JobOutcome<Job>> {
    const { interval = 1_000, maxInterval = 15_000, deadline = HALF_AN_HOUR, signal, onProgress } = this.#options;
    const link = linkAbort(signal);
    this.#link = link;
    const begun = performance.now();
    const left = (): number => begun + deadline - performance.now();
    try {
      for (let polls = 1; ; polls += 1) {
        this.#isNotified = false;
        const job = await this.#look(left(), link.signal);
        if (job !== undefined) {
          this.#job = job;
          this.#polls += 1;
          onProgress?.({ job, polls, elapsed: performance.now() - begun });
          this.#tellWatchers();
          const outcome = outcomeOf(job);
          if (outcome !== undefined) return outcome;
        }
        const pause = Math.min(left(), pollDelay(polls, interval, maxInterval, Math.random()));
        await this.#sleep(pause, link.signal);
        // Timers know whole milliseconds only, and may be early by one: too little for another look.
        if (left() < 2) {
          const message = `job ${this.id}: still ${this.#job?.status ?? "unknown"} after ${deadline} ms`;
          throw new NectarTimeoutError(message, this.toJSON());
        }
      }
    } finally {
      link.unlink();
    }
  }

  /** The job; `undefined` when the look failed in a way that may pass. */
  async #look(deadline: number, signal: AbortSignal): Promise<Job | undefined> {
    try {
      return await this.#retrieve(this.id, { signal, deadline });
    } catch (error) {
      if (!isTransient(error)) throw error;
      return undefined;
    }
  }

  async #sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#isNotified) return;
    const woken = (): Promise<void> =>
      new Promise((resolve) => {
        this.#wake = resolve;
      });
    try {
      await within(milliseconds, signal, woken);
    } catch (reason) {
      if (reason !== TIMED_OUT)
        throw new NectarAbortError(`job ${this.id}: the wait was aborted`, { cause: signal.reason });
    }
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
  }
}
