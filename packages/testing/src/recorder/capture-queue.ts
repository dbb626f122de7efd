/** Milliseconds that an answer is held back so that its body is recorded before the caller goes on. */
const MAX_WAIT_MS = 1_000;

// Kept from the start, because tests replace the global ones.
const { setTimeout, clearTimeout } = globalThis;

/** Waits for bodies, but not for ever: one that does not end is handed on while it is still read. */
export class CaptureQueue {
  readonly #open = new Map<Promise<unknown>, () => void>();

  /** Resolves when the work is done, or after a second while it goes on. */
  async wait(work: Promise<unknown>, giveUp: () => void): Promise<void> {
    this.#open.set(work, giveUp);
    const done = work.finally(() => this.#open.delete(work));
    await waitAtMost(done);
  }

  /** Resolves when nothing is open; what is open after a second is given up. */
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
