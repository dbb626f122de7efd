/** Lets a test wait for events on a server without a clock. */
export interface Watch {
  /** Reports an event, so that waiting tests check again. */
  readonly changed: () => void;
  /** Resolves as soon as the condition is true. */
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
