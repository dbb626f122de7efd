import { linkController } from "../async/link-controller.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";

/** How to process the items. */
export interface Schedule<Item, Stage, Result> {
  /** Name of the operation in the error of an abort. */
  readonly label: string;
  /** Items in the first stage at once. */
  readonly concurrency: number;
  /** Items in either stage at once. */
  readonly maxPending: number;
  /** Ends the schedule with an error, after the work in progress. */
  readonly signal: AbortSignal | undefined;
  /** Whether to stop taking items. */
  readonly isOver: () => boolean;
  /**
   * The first stage, after which the item can be garbage-collected. It must end soon after its signal aborts.
   *
   * @param signal aborts with the schedule, and when the consumer leaves the loop
   */
  readonly begin: (item: Item, signal: AbortSignal) => Promise<Stage>;
  /** The second stage. */
  readonly end: (stage: Stage, signal: AbortSignal) => Promise<Result>;
}

/** Items to process, in order. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/**
 * Yields results in order of completion. Breaking out of the loop aborts the signal and waits for the work in progress.
 *
 * @throws {NectarAbortError} when the signal aborts
 */
export async function* runScheduled<Item, Stage, Result>(
  items: Items<Item>,
  { label, concurrency, maxPending, signal, isOver, begin, end }: Schedule<Item, Stage, Result>,
): AsyncGenerator<Result, void, undefined> {
  // Before the controller is linked: if this throws, no listener stays on the signal.
  const source = toIterator(items);
  const link = linkController(signal);
  const results: Result[] = [];
  let inFirstStage = 0;
  let active = 0;
  let isPulling = false;
  let isExhausted = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => {};
  const nextChange = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  // An item in this scope would stay in memory until the end of the second stage.
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
    active -= 1;
    wake();
  };
  const isEnding = (): boolean => isExhausted || link.signal.aborted || failure !== undefined || isOver();
  const pull = async (): Promise<void> => {
    if (isPulling || isEnding() || inFirstStage >= concurrency || active >= maxPending) return;
    isPulling = true;
    try {
      const next = await source.next();
      if (next.done) isExhausted = true;
      else if (!isEnding()) {
        inFirstStage += 1;
        active += 1;
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
      else if (active === 0 && isEnding()) break;
      else await nextChange();
    }
    if (link.signal.aborted) throw new NectarAbortError({ label, cause: link.signal.reason });
    if (failure) throw failure.error;
  } finally {
    link.abort();
    link.unlink();
    while (active > 0) await nextChange();
    if (!isExhausted) {
      const closed = Promise.resolve(source.return?.());
      // A source that is still producing an item closes after it; nothing waits for that.
      if (isPulling) closed.catch(() => {});
      else await closed;
    }
  }
}

function toIterator<T>(items: Items<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
