/** Pages that an item may have moved and still be recognised. With pages of 100 items, a thousand new ones may come in meanwhile. */
const PAGES = 10;

/** The ids of the latest pages; bounded, however long the list is. */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #pages: string[][] = [];

  /** Begins a page and forgets the oldest one. */
  beginPage(): void {
    this.#pages.push([]);
    if (this.#pages.length > PAGES) for (const id of this.#pages.shift() ?? []) this.#ids.delete(id);
  }

  /** Notes an id of the present page; `false` if it was there already. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    this.#pages.at(-1)?.push(id);
    return true;
  }

  /** The ids of the present page and of the one before, for a cursor. */
  latest(): string[] {
    return this.#pages.slice(-2).flat();
  }
}
