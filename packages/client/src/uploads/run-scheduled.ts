import { linkAbort } from "../async/linked-controller.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";

/** How items are worked on. */
export interface Schedule<Item, Stage, Result> {
  /** Items in their first stage at once. */
  readonly concurrency: number;
  /** Items under way at once. */
  readonly maxPending: number;
  /** Ends the schedule with an error once the work under way has ended. */
  readonly signal: AbortSignal | undefined;
  /** Whether no further item is to be taken. */
  readonly isOver: () => boolean;
  /**
   * The first stage. Nothing keeps the item after it. Must end soon after its signal aborts.
   *
   * @param signal aborts with the schedule, and when the results are left
   */
  readonly begin: (item: Item, signal: AbortSignal) => Promise<Stage>;
  /** The second stage. */
  readonly end: (stage: Stage, signal: AbortSignal) => Promise<Result>;
}

/** Items to work on, one after the other. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/**
 * Results in the order in which they come. Leaving early aborts the signal and waits for the work under way.
 *
 * @throws {NectarAbortError} when the signal aborts
 */
export async function* runScheduled<Item, Stage, Result>(
  items: Items<Item>,
  { concurrency, maxPending, signal, isOver, begin, end }: Schedule<Item, Stage, Result>,
): AsyncGenerator<Result, void, undefined> {
  // First, since it may throw, and a link would then stay on the signal.
  const source = iteratorOf(items);
  const link = linkAbort(signal);
  const results: Result[] = [];
  let inFirstStage = 0;
  let underWay = 0;
  let isPulling = false;
  let isExhausted = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => {};
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  // Has no item in its scope, which would stay in memory until the end of the second stage.
  const work = async (begun: Promise<Stage>): Promise<void> => {
    try {
      const stage = await begun.finally(() => {
        inFirstStage -= 1;
        wake();
      });
      results.push(await end(stage, link.signal));
    } catch (error) {
      failure ??= { error };
    }
    underWay -= 1;
    wake();
  };
  const isEnding = (): boolean => isExhausted || link.signal.aborted || failure !== undefined || isOver();
  const pull = async (): Promise<void> => {
    if (isPulling || isEnding() || inFirstStage >= concurrency || underWay >= maxPending) return;
    isPulling = true;
    try {
      const next = await source.next();
      if (next.done) isExhausted = true;
      else if (!isEnding()) {
        inFirstStage += 1;
        underWay += 1;
        work(begin(next.value, link.signal));
      }
    } catch (error) {
      isExhausted = true;
      failure ??= { error };
    }
    isPulling = false;
    wake();
  };

  link.signal.addEventListener("abort", () => wake());
  try {
    for (;;) {
      pull();
      const [result] = results.splice(0, 1);
      if (result !== undefined) yield result;
      else if (underWay === 0 && isEnding()) break;
      else await news();
    }
    if (link.signal.aborted) throw new NectarAbortError("the batch was aborted", { cause: link.signal.reason });
    if (failure) throw failure.error;
  } finally {
    link.abort();
    link.unlink();
    while (underWay > 0) await news();
    if (!isExhausted) {
      const closed = Promise.resolve(source.return?.());
      // A source that still owes an item closes once it has given it; nothing waits for that.
      if (isPulling) closed.catch(() => {});
      else await closed;
    }
  }
}

function iteratorOf<T>(items: Items<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
