import { hashId, type IdHash } from "./hash-id.ts";
import { IdTable } from "./id-table.ts";

/** Ids that a cursor keeps. With 8 characters each, its JSON stays below 8 kB. */
export const KEPT = 960;

/** The ids that an iteration has seen, in all its walks, and those that its cursor brought along. */
export class SeenIds {
  /** Whether every item so far had an id. */
  hasIds = true;
  readonly #table = new IdTable();
  readonly #brought: ReadonlySet<number>;
  #walks = 0;
  #recent: number[];

  /** @param brought short hashes out of a cursor, the latest last */
  constructor(brought: readonly number[]) {
    this.#brought = new Set(brought);
    this.#recent = [...brought];
  }

  get isFirstWalk(): boolean {
    return this.#walks === 1;
  }

  /** Different ids, by all walks. */
  get size(): number {
    return this.#table.size;
  }

  /** Different ids, by the present walk. */
  get walked(): number {
    return this.#table.walked;
  }

  /** Short hashes for a cursor, the latest last. */
  get recent(): readonly number[] {
    return this.#recent.slice(-KEPT);
  }

  beginWalk(): void {
    this.#walks += 1;
    if (this.#walks > 1) this.#table.beginWalk();
  }

  /** Notes an item as seen; whether it is new, or `undefined` where it has no id. */
  add(item: unknown): boolean | undefined {
    const hash = hashOf(item);
    if (hash === undefined) {
      this.hasIds = false;
      return undefined;
    }
    const isNew = this.#table.add(hash) && !this.#brought.has(shorten(hash));
    // Another walk leaves the cursor where it is.
    if (isNew || this.isFirstWalk) this.#recent.push(shorten(hash));
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
    return isNew;
  }

  /** Whether the first of these items was seen before, by the present walk or before its cursor. */
  hasFirst([item]: readonly unknown[]): boolean {
    const hash = hashOf(item);
    return hash !== undefined && (this.#table.isWalked(hash) || this.#brought.has(shorten(hash)));
  }

  /** Whether one of these items is new to the present walk. */
  hasNew(items: readonly unknown[]): boolean {
    return hashesOf(items).some((hash) => !this.#table.isWalked(hash));
  }

  /** Whether one of these items was seen by the present walk, or is there twice. */
  hasRepeats(items: readonly unknown[]): boolean {
    const hashes = hashesOf(items);
    return hashes.some((hash) => this.#table.isWalked(hash)) || new Set(hashes.map(shorten)).size < hashes.length;
  }
}

function hashesOf(items: readonly unknown[]): IdHash[] {
  return items.map(hashOf).filter((hash) => hash !== undefined);
}

function hashOf(item: unknown): IdHash | undefined {
  const { id }: { readonly id?: unknown } = Object(item);
  return typeof id === "string" || typeof id === "number" ? hashId(String(id)) : undefined;
}

/** The upper 48 of 64 bits as one number. */
function shorten({ high, low }: IdHash): number {
  return high * 0x10000 + (low >>> 16);
}
