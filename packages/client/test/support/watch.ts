/** Lets a test wait for what a server sees, without a look at the clock. */
export interface Watch {
  /** Something happened: whoever waits looks again. */
  readonly changed: () => void;
  /** Resolves as soon as the condition holds. */
  readonly until: (condition: () => boolean) => Promise<void>;
}

export function createWatch(): Watch {
  const waiting = new Set<() => void>();
  return {
    changed: () => {
      for (const look of waiting) look();
    },
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
