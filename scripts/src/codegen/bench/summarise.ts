/** Durations of several runs, in milliseconds. */
export interface Summary {
  readonly fastest: number;
  readonly median: number;
  readonly slowest: number;
}

/** @throws {RangeError} when there was no run */
export function summarise(durations: readonly number[]): Summary {
  const sorted = [...durations].sort((a, b) => a - b);
  const [fastest] = sorted;
  const slowest = sorted.at(-1);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (fastest === undefined || slowest === undefined || low === undefined || high === undefined) {
    throw new RangeError("there was no run");
  }
  return { fastest, median: (low + high) / 2, slowest };
}
