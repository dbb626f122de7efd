import { onAbort } from "./on-abort.ts";

/** The work did not end in time. */
export const TIMED_OUT: unique symbol = Symbol("timed out");

/** The outer signal was aborted. */
export const ABORTED: unique symbol = Symbol("aborted");

/** The longest delay that timers know; a longer one would fire at once. */
const LONGEST_DELAY = 0x7fffffff;

/**
 * Runs work that ends at once when the time is over or the outer signal aborts, whether or not the work heeds its signal. Nothing is left
 * behind: no timer, and no listener on the outer signal, which may live as long as the program.
 *
 * @param late takes what the work gives all the same after its end: a place in a queue, say
 * @returns the result of the work; rejects with {@link TIMED_OUT}, {@link ABORTED} or the error of the work
 */
export function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  late: (result: T) => void = () => {},
): Promise<T> {
  if (outer?.aborted) return Promise.reject(ABORTED);
  if (!(milliseconds > 0)) return Promise.reject(TIMED_OUT);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const settle = (): void => {
      clearTimeout(timer);
      removeListener?.();
    };
    const stop = (reason: symbol): void => {
      settle();
      reject(reason);
      controller.abort();
    };
    const timer =
      milliseconds === Infinity ? undefined : setTimeout(stop, Math.min(milliseconds, LONGEST_DELAY), TIMED_OUT);
    const removeListener = outer && onAbort(outer, () => stop(ABORTED));
    work(controller.signal).then(
      (result) => {
        if (controller.signal.aborted) return late(result);
        settle();
        resolve(result);
      },
      (error) => {
        settle();
        reject(error);
      },
    );
  });
}

/** Waits; rejects with {@link ABORTED} as soon as the signal aborts. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return within(milliseconds, signal, () => new Promise<never>(() => {})).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
