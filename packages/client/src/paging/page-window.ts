import { type LinkedAbort, linkAbort } from "../call/linked-abort.ts";
import type { ListPage } from "./read-page.ts";

/** Fetches one page; ends at once when the signal aborts. */
export type FetchPage = (number: number, signal: AbortSignal) => Promise<ListPage>;

/** Pages that are fetched ahead, in order. */
export class PageWindow {
  readonly #fetchPage: FetchPage;
  readonly #outer: AbortSignal | undefined;
  readonly #ahead: Promise<ListPage>[] = [];
  #next = 0;
  #link: LinkedAbort;

  constructor(fetchPage: FetchPage, outer: AbortSignal | undefined) {
    this.#fetchPage = fetchPage;
    this.#outer = outer;
    this.#link = linkAbort(outer);
  }

  /** Fetches ahead up to a page, so many at once at most. */
  fill(limit: number, last: number): void {
    for (; this.#ahead.length < limit && this.#next <= last; this.#next += 1) {
      const page = this.#fetchPage(this.#next, this.#link.signal);
      // It is awaited in its turn; until then nobody is there to handle an error.
      page.catch(() => {});
      this.#ahead.push(page);
    }
  }

  /** The next page in order, which is fetched unless it was already. */
  take(): Promise<ListPage> {
    const page = this.#ahead.shift();
    if (page !== undefined) return page;
    this.#next += 1;
    return this.#fetchPage(this.#next - 1, this.#link.signal);
  }

  /** Cancels what is under way and drops what was fetched, to begin with another page. */
  moveTo(number: number): void {
    this.close();
    this.#ahead.length = 0;
    this.#next = number;
    this.#link = linkAbort(this.#outer);
  }

  /** Cancels what is under way. */
  close(): void {
    this.#link.unlink();
    this.#link.abort();
  }
}
