const GROWTH = 1.5;

/**
 * Computes the pause before the next poll of a job, which grows from `interval` to `maxInterval`.
 *
 * A random part of up to a quarter is subtracted, so that many waits do not coincide.
 *
 * @param polls polls so far, from 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function computePollDelay(polls: number, interval: number, maxInterval: number, random: number): number {
  return Math.min(maxInterval, interval * GROWTH ** (polls - 1)) * (1 - random / 4);
}
