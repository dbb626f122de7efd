/** Milliseconds that an answer is held back so that its body is recorded before the caller goes on. */
const HELD_BACK = 1_000;

// Kept from the start, because tests replace the global ones.
const { setTimeout, clearTimeout } = globalThis;

/** Waits for bodies, but not for ever: one that does not end is handed on while it is still read. */
export class Patience {
  readonly #open = new Map<Promise<unknown>, () => void>();

  /** Resolves when the work is done, or after a second while it goes on. */
  async wait(work: Promise<unknown>, giveUp: () => void): Promise<void> {
    this.#open.set(work, giveUp);
    const done = work.finally(() => this.#open.delete(work));
    await withinPatience(done);
  }

  /** Resolves when nothing is open; what is open after a second is given up. */
  async settled(): Promise<void> {
    const all = Promise.all(this.#open.keys());
    await withinPatience(all);
    for (const giveUp of this.#open.values()) giveUp();
    await all;
  }
}

async function withinPatience(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HELD_BACK);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
