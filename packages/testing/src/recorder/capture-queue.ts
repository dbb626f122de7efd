/** Longest time that the recorder delays a response until its body is recorded. */
const MAX_WAIT_MS = 1_000;

// Kept at import, because tests replace the global timers.
const { setTimeout, clearTimeout } = globalThis;

/** Waits for bodies to be recorded, at most one second for each. */
export class CaptureQueue {
  readonly #open = new Map<Promise<unknown>, () => void>();

  /** Resolves when the work is done, or after one second while it continues. */
  async wait(work: Promise<unknown>, giveUp: () => void): Promise<void> {
    this.#open.set(work, giveUp);
    const done = work.finally(() => this.#open.delete(work));
    await waitAtMost(done);
  }

  /** Resolves when all work is done; stops what is still open after one second. */
  async settled(): Promise<void> {
    const all = Promise.all(this.#open.keys());
    await waitAtMost(all);
    for (const giveUp of this.#open.values()) giveUp();
    await all;
  }
}

async function waitAtMost(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MAX_WAIT_MS);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
