import { ComparisonCollector } from "./collect-comparison.ts";
import type { Comparison } from "./comparison.ts";
import { type List, type RowList, readRows } from "./read-rows.ts";

export type { List } from "./read-rows.ts";

/** Returns the usage rows of a key, such as those of a meter. */
export type ReadList = (key: string) => List | Promise<List>;

/** Options of {@link compareVersions}. */
export interface CompareOptions {
  /** Reads the rows of a key with the version before. */
  readonly before: ReadList;
  /** Reads the rows of a key with the version after. */
  readonly after: ReadList;
  /** The keys to compare one by one, such as ids of meters. Memory is bounded by the rows of `concurrency` keys. */
  readonly keys: Iterable<string> | AsyncIterable<string>;
  /**
   * Compares the first keys only.
   *
   * @default Infinity
   */
  readonly sample?: number;
  /**
   * Number of keys at a time.
   *
   * @default 2
   */
  readonly concurrency?: number;
}

/**
 * Compares what two versions of the API return for the same keys. Pairs rows by id, else by meter and period.
 *
 * @throws {RangeError} when `sample` or `concurrency` is not positive
 * @throws the first error of `before`, `after` or `keys`
 */
export async function compareVersions(options: CompareOptions): Promise<Comparison> {
  const { before, after, keys, sample = Number.POSITIVE_INFINITY, concurrency = 2 } = options;
  if (!(sample > 0)) throw new RangeError(`invalid sample: ${sample}`);
  if (!(Number.isInteger(concurrency) && concurrency > 0)) throw new RangeError(`invalid concurrency: ${concurrency}`);
  const collector = new ComparisonCollector();
  const queue = takeFirst(keys, sample);
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    try {
      for (let next = await queue.next(); !next.done && failures.length === 0; next = await queue.next()) {
        const key = next.value;
        const [left, right] = await Promise.all([readKey(before, key), readKey(after, key)]);
        collector.add(key, left, right);
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  await queue.return(undefined);
  if (failures.length > 0) throw failures[0];
  return collector.toComparison();
}

async function* takeFirst(keys: CompareOptions["keys"], count: number): AsyncGenerator<string, undefined> {
  let taken = 0;
  for await (const key of keys) {
    yield key;
    taken += 1;
    if (taken >= count) return undefined;
  }
  return undefined;
}

async function readKey(read: ReadList, key: string): Promise<RowList> {
  return readRows(await read(key));
}
