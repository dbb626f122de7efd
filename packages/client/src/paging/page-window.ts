import { type LinkedAbort, linkAbort } from "../async/linked-controller.ts";
import type { ListPage } from "./read-page.ts";

/** Fetches one page; ends at once when the signal aborts. */
export type FetchPage = (number: number, signal: AbortSignal) => Promise<ListPage>;

/** Pages that are fetched ahead, in order. */
export class PageWindow {
  readonly #fetchPage: FetchPage;
  readonly #outer: AbortSignal | undefined;
  #ahead: Promise<ListPage>[] = [];
  #next: number;
  #link: LinkedAbort;

  constructor(fetchPage: FetchPage, outer: AbortSignal | undefined, first: number) {
    this.#fetchPage = fetchPage;
    this.#outer = outer;
    this.#next = first;
    this.#link = linkAbort(outer);
  }

  /** Fetches pages up to the last one, so many at once at most. */
  fetchAhead(limit: number, last: number): void {
    while (this.#ahead.length < limit && this.#next <= last) this.#ahead.push(this.#fetchNext());
  }

  /** The next page in order, with others that are fetched beside it. */
  take(limit: number, last: number): Promise<ListPage> {
    this.fetchAhead(limit, last);
    return this.#ahead.shift() ?? this.#fetchNext();
  }

  /** Cancels what is under way and drops what was fetched, to begin with another page. */
  moveTo(number: number): void {
    this.close();
    this.#ahead = [];
    this.#next = number;
    this.#link = linkAbort(this.#outer);
  }

  /** One page that is fetched now, and none beside it. */
  fetchAlone(number: number): Promise<ListPage> {
    this.moveTo(number);
    return this.#fetchNext();
  }

  /** Cancels what is under way. */
  close(): void {
    this.#link.unlink();
    this.#link.abort();
  }

  #fetchNext(): Promise<ListPage> {
    const page = this.#fetchPage(this.#next++, this.#link.signal);
    // It is awaited in its turn; until then nobody is there to handle an error.
    page.catch(() => {});
    return page;
  }
}
