import type { IdHash } from "./hash-id.ts";

/** How full the table may get before it is doubled. */
const MAX_LOAD = 0.8;

/**
 * Ids that were seen, 8 bytes each: the halves of a hash, of which the lowest bit says whether the present walk has seen it. 63 bits are
 * compared, so that two of 80,000 ids look like one in one of three billion lists; such a list is not called complete.
 */
export class IdTable {
  /** Pairs of halves, found by open addressing; a place whose first half is 0 is free. */
  #halves = new Uint32Array(512);
  #size = 0;
  #walked = 0;

  /** Different ids, by all walks. */
  get size(): number {
    return this.#size;
  }

  /** Different ids, by the present walk. */
  get walked(): number {
    return this.#walked;
  }

  /** Notes an id as seen by the present walk; whether no walk had seen it. */
  add(hash: IdHash): boolean {
    if (this.#size * 2 >= this.#halves.length * MAX_LOAD) this.#grow();
    const place = this.#find(hash);
    const isNew = this.#halves[place] === 0;
    if (isNew) this.#size += 1;
    if (isNew || !this.#isMarked(place)) this.#walked += 1;
    this.#put(place, { high: hash.high, low: hash.low | 1 });
    return isNew;
  }

  /** Whether the present walk has seen an id. */
  isWalked(hash: IdHash): boolean {
    return this.#isMarked(this.#find(hash));
  }

  /** Begins another walk, which has seen nothing. */
  beginWalk(): void {
    this.#walked = 0;
    this.#halves = this.#halves.map((half, index) => (index % 2 === 0 ? half : half & ~1));
  }

  /** Place of an id, or the free place where it belongs. */
  #find({ high, low }: IdHash): number {
    const halves = this.#halves;
    const last = halves.length - 1;
    for (let place = (high * 2) & last; ; place = (place + 2) & last) {
      const found = halves[place];
      if (!found || (found === high && ((halves[place + 1] ?? 0) ^ low) >>> 1 === 0)) return place;
    }
  }

  #isMarked(place: number): boolean {
    return ((this.#halves[place + 1] ?? 0) & 1) === 1;
  }

  #put(place: number, { high, low }: IdHash): void {
    this.#halves[place] = high;
    this.#halves[place + 1] = low;
  }

  #grow(): void {
    const old = this.#halves;
    this.#halves = new Uint32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 2) {
      const hash = { high: old[place] ?? 0, low: old[place + 1] ?? 0 };
      if (hash.high > 0) this.#put(this.#find(hash), hash);
    }
  }
}
