import { KEPT, shortenHash } from "./cursor.ts";
import { hashId } from "./hash-id.ts";

/** How full the table may get before it is doubled. */
const MAX_LOAD = 0.8;

/**
 * The ids that an iteration has seen, in all its walks, and those that its cursor brought along.
 *
 * A hash takes 8 bytes and has 53 bits: two of 80,000 ids look like one in one of 2.8 million lists. Such a list shows an id twice and one
 * too few, and is not called complete.
 */
export class SeenIds {
  /** Whether every item so far had an id. */
  hasIds = true;
  /** Different ids, by all walks. */
  size = 0;
  /** Different ids, by the present walk. */
  walked = 0;
  isFirstWalk = true;
  /** Hashes by open addressing; 0 is a free place, and a hash that the present walk has seen is negative. */
  #table = new Float64Array(256);
  readonly #brought: ReadonlySet<number>;
  #recent: number[];

  /** @param brought short hashes out of a cursor, the latest last */
  constructor(brought: readonly number[]) {
    this.#brought = new Set(brought);
    this.#recent = [...brought];
  }

  /** Short hashes for a cursor, the latest last. */
  get recent(): readonly number[] {
    return this.#recent.slice(-KEPT);
  }

  /** Begins another walk, which has seen nothing. */
  beginWalk(): void {
    this.isFirstWalk = false;
    this.walked = 0;
    this.#table = this.#table.map(Math.abs);
  }

  /** Notes an item as seen; whether it is new, or `undefined` where it has no id. */
  add(item: unknown): boolean | undefined {
    const hash = hashItem(item);
    if (hash === undefined) {
      this.hasIds = false;
      return undefined;
    }
    const place = this.#find(hash);
    const found = this.#table[place] ?? 0;
    const short = shortenHash(hash);
    const isNew = found === 0 && !this.#brought.has(short);
    if (found === 0) this.size += 1;
    if (found >= 0) this.walked += 1;
    this.#table[place] = -hash;
    if (this.size > this.#table.length * MAX_LOAD) this.#grow();
    // Another walk leaves the cursor where it is.
    if (isNew || this.isFirstWalk) this.#recent.push(short);
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
    return isNew;
  }

  /** Whether the first of these items was seen before, by the present walk or before its cursor. */
  hasFirst([item]: readonly unknown[]): boolean {
    const hash = hashItem(item);
    return hash !== undefined && (this.#isWalked(hash) || this.#brought.has(shortenHash(hash)));
  }

  /** How many different ids of these items the present walk has not seen. */
  countNew(items: readonly unknown[]): number {
    const hashes = items.map(hashItem).filter((hash) => hash !== undefined && !this.#isWalked(hash));
    return new Set(hashes).size;
  }

  #isWalked(hash: number): boolean {
    return this.#table[this.#find(hash)] === -hash;
  }

  /** Place of a hash, or the free place where it belongs. */
  #find(hash: number): number {
    const { length } = this.#table;
    for (let place = hash % length; ; place = (place + 1) % length) {
      const found = Math.abs(this.#table[place] ?? 0);
      if (found === 0 || found === hash) return place;
    }
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.#table[this.#find(Math.abs(hash))] = hash;
  }
}

function hashItem(item: unknown): number | undefined {
  const { id }: { readonly id?: unknown } = Object(item);
  return typeof id === "string" || typeof id === "number" ? hashId(String(id)) : undefined;
}
