import { MAX_HASHES, shortenHash } from "./cursor.ts";
import { hashId } from "./hash-id.ts";

/** Load factor at which the table doubles. */
const MAX_LOAD = 0.8;

/**
 * The ids that an iteration has seen in all its walks, and those from its cursor.
 *
 * A hash takes 8 bytes and has 53 bits. In one of 2.8 million lists of 80,000 ids, two ids share a hash. Such a list appears to repeat an id,
 * so it is not reported as complete.
 */
export class SeenIds {
  /** Whether all items so far have an id. */
  hasIds = true;
  /** Different ids in all walks. */
  size = 0;
  /** Different ids in the current walk. */
  walked = 0;
  isFirstWalk = true;
  /** Hashes by open addressing; 0 marks a free slot, and hashes seen in the current walk are negative. */
  #table = new Float64Array(256);
  readonly #resumed: ReadonlySet<number>;
  #recent: number[];

  /** @param resumed short hashes from a cursor, the latest last */
  constructor(resumed: readonly number[]) {
    this.#resumed = new Set(resumed);
    this.#recent = [...resumed];
  }

  /** Short hashes for a cursor, the latest last. */
  get recent(): readonly number[] {
    return this.#recent.slice(-MAX_HASHES);
  }

  /** Begins another walk. */
  beginWalk(): void {
    this.isFirstWalk = false;
    this.walked = 0;
    this.#table = this.#table.map(Math.abs);
  }

  /** Marks an item as seen. Returns whether it is new, or `undefined` if it has no id. */
  add(item: unknown): boolean | undefined {
    const hash = hashItem(item);
    if (hash === undefined) {
      this.hasIds = false;
      return undefined;
    }
    const place = this.#find(hash);
    const found = this.#table[place] ?? 0;
    const short = shortenHash(hash);
    const isNew = found === 0 && !this.#resumed.has(short);
    if (found === 0) this.size += 1;
    if (found >= 0) this.walked += 1;
    this.#table[place] = -hash;
    if (this.size > this.#table.length * MAX_LOAD) this.#grow();
    // Later walks do not move the cursor.
    if (isNew || this.isFirstWalk) this.#recent.push(short);
    if (this.#recent.length > 2 * MAX_HASHES) this.#recent = this.#recent.slice(-MAX_HASHES);
    return isNew;
  }

  /** Tells whether the current walk or the cursor has seen the first of these items. */
  hasFirst([item]: readonly unknown[]): boolean {
    const hash = hashItem(item);
    return hash !== undefined && (this.#isWalked(hash) || this.#resumed.has(shortenHash(hash)));
  }

  /** Counts the different ids of these items that the current walk has not seen. */
  countNew(items: readonly unknown[]): number {
    const hashes = items.map(hashItem).filter((hash) => hash !== undefined && !this.#isWalked(hash));
    return new Set(hashes).size;
  }

  #isWalked(hash: number): boolean {
    return this.#table[this.#find(hash)] === -hash;
  }

  /** Returns the slot of a hash, or the free slot where it belongs. */
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
