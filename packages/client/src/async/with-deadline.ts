import { addAbortListener } from "./add-abort-listener.ts";

/** The reason when the time is over. */
export const TIMED_OUT: unique symbol = Symbol("timed out");

/** The reason when the outer signal aborts. */
export const ABORTED: unique symbol = Symbol("aborted");

/** The longest delay of a timer; a longer one fires at once. */
const MAX_TIMER_MS = 0x7fffffff;

/**
 * Runs work that ends when the time is over or the outer signal aborts, even if the work ignores its own signal.
 *
 * It leaves no timer behind, and no listener on the outer signal, which may live as long as the program.
 *
 * @param onLateResult receives a result that arrives after the end, such as a place in a queue
 * @returns the result of the work; rejects with {@link TIMED_OUT}, {@link ABORTED} or the error of the work
 */
export function withDeadline<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  onLateResult: (result: T) => void = () => {},
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
      milliseconds === Infinity ? undefined : setTimeout(stop, Math.min(milliseconds, MAX_TIMER_MS), TIMED_OUT);
    const removeListener = outer && addAbortListener(outer, () => stop(ABORTED));
    work(controller.signal).then(
      (result) => {
        if (controller.signal.aborted) return onLateResult(result);
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
