const GROWTH = 1.5;

/**
 * Milliseconds until the next look at a job: growing from `interval` to `maxInterval`, of which a random part of up to a quarter is taken
 * off, so that many waits do not fall together.
 *
 * @param polls looks so far, from 1
 * @param random from 0 to 1
 */
export function pollDelay(polls: number, interval: number, maxInterval: number, random: number): number {
  return Math.min(maxInterval, interval * GROWTH ** (polls - 1)) * (1 - random / 4);
}
