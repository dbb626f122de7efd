/** Counts how often a scenario has acted, up to a limit. */
export class Uses {
  answered = 0;
  readonly #times: number;

  constructor(times: number) {
    this.#times = times;
  }

  /** Whether it may act once more; counts that. */
  take(): boolean {
    if (this.done) return false;
    this.answered += 1;
    return true;
  }

  get done(): boolean {
    return this.answered >= this.#times;
  }
}
