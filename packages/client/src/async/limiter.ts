/** How many of something may run at once; who comes later waits in order. */
export class Limiter {
  /** How many may run at once. */
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

  /** Waits for a place; whoever aborts leaves the queue. */
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

  /** Gives the place to whoever has waited longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#running -= 1;
  }
}
