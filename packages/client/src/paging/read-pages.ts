import { linkAbort } from "../call/linked-abort.ts";
import type { ListPage } from "./read-page.ts";

/** Fetches one page; ends at once when the signal aborts. */
export type FetchPage = (number: number, signal: AbortSignal) => Promise<ListPage>;

/**
 * The pages of a list in order, fetched ahead: never more than `concurrency` are in memory or under way, the one in the caller's hands
 * included. Whoever stops early cancels what is under way.
 *
 * The end is `hasNext: false`, or a page other than the one that was asked for: past the end Nectar answers the last page again.
 */
export async function* readPages(
  fetchPage: FetchPage,
  from: number,
  concurrency: number,
  outer: AbortSignal | undefined,
): AsyncGenerator<ListPage, void, undefined> {
  const link = linkAbort(outer);
  const ahead: Promise<ListPage>[] = [];
  let next = from;
  let last = from;
  let total: number | undefined;
  const fetchAhead = (limit: number): void => {
    for (; ahead.length < limit && next <= last; next += 1) {
      const page = fetchPage(next, link.signal);
      // It is awaited in its turn; until then nobody is there to handle an error.
      page.catch(() => {});
      ahead.push(page);
    }
  };
  try {
    for (let number = from; ; number += 1) {
      fetchAhead(concurrency);
      let page = await ahead.shift();
      // Pages that are under way together may show the list before and after a change, in any order, and items may be missing between two of
      // them. A page that is fetched now is later than the one before.
      if (concurrency > 1 && page?.total !== (total ?? page?.total)) page = await fetchPage(number, link.signal);
      if (page === undefined || page.currentPage !== number) return;
      total = page.total;
      last = page.hasNext ? Math.max(number + 1, page.totalPages) : number;
      fetchAhead(concurrency - 1);
      yield page;
      if (!page.hasNext) return;
    }
  } finally {
    link.unlink();
    link.abort();
  }
}
