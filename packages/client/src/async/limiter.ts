/** Limits how many tasks run at once; the others wait in order. */
export class Limiter {
  /** Tasks that may run at once. */
  readonly limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Takes a place if one is free. */
  tryEnter(): boolean {
    if (this.#running >= this.limit) return false;
    this.#running += 1;
    return true;
  }

  /** Waits for a place; an abort leaves the queue. */
  enter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(proceed);
        reject(signal.reason);
      };
      const proceed = (): void => {
        this.#waiting.delete(proceed);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#waiting.add(proceed);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** Passes the place to the task that has waited longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#running -= 1;
  }
}
