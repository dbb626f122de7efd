import { type LinkedController, linkController } from "../async/link-controller.ts";
import type { ListPage } from "./read-page.ts";

/** Fetches one page; ends at once when the signal aborts. */
export type FetchPage = (number: number, signal: AbortSignal) => Promise<ListPage>;

/** Fetches pages ahead, in order. */
export class PageWindow {
  readonly #fetchPage: FetchPage;
  readonly #outer: AbortSignal | undefined;
  #ahead: Promise<ListPage>[] = [];
  #next: number;
  #link: LinkedController;

  constructor(fetchPage: FetchPage, outer: AbortSignal | undefined, first: number) {
    this.#fetchPage = fetchPage;
    this.#outer = outer;
    this.#next = first;
    this.#link = linkController(outer);
  }

  /** Fetches pages up to the last one, at most `limit` at once. */
  fetchAhead(limit: number, last: number): void {
    while (this.#ahead.length < limit && this.#next <= last) this.#ahead.push(this.#fetchNext());
  }

  /** Returns the next page in order, and fetches others in parallel. */
  take(limit: number, last: number): Promise<ListPage> {
    this.fetchAhead(limit, last);
    return this.#ahead.shift() ?? this.#fetchNext();
  }

  /** Cancels pending requests, drops fetched pages and continues at another page. */
  moveTo(number: number): void {
    this.close();
    this.#ahead = [];
    this.#next = number;
    this.#link = linkController(this.#outer);
  }

  /** Fetches a single page now, with no other in parallel. */
  fetchAlone(number: number): Promise<ListPage> {
    this.moveTo(number);
    return this.#fetchNext();
  }

  /** Cancels pending requests. */
  close(): void {
    this.#link.unlink();
    this.#link.abort();
  }

  #fetchNext(): Promise<ListPage> {
    const page = this.#fetchPage(this.#next++, this.#link.signal);
    // The caller awaits it later, in order; until then an error has no handler.
    page.catch(() => {});
    return page;
  }
}
