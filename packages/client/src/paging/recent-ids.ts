/** Pages that an item may move and still be recognised. With pages of 100 items, a thousand new ones may come in meanwhile. */
const PAGES = 10;

/** The ids that were seen last, on as many pages as an item may move; bounded, however long the list is. */
export class RecentIds {
  readonly #ids: Set<string>;

  /** @param ids those of an earlier iteration, the latest last */
  constructor(ids?: readonly string[]) {
    this.#ids = new Set(ids);
  }

  /** Notes an id as the latest; `false` if it was there already. */
  add(id: string): boolean {
    const isNew = !this.#ids.delete(id);
    this.#ids.add(id);
    return isNew;
  }

  /** Forgets what was seen longest ago. Not before the page was read: it may hold just that. */
  endPage(perPage: number): void {
    for (const id of this.#ids) {
      if (this.#ids.size <= perPage * PAGES) return;
      this.#ids.delete(id);
    }
  }

  /** The ids for a cursor, the latest last. */
  toArray(): string[] {
    return [...this.#ids];
  }
}
