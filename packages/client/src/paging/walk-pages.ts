import { type FetchPage, PageWindow } from "./page-window.ts";
import type { ListPage } from "./read-page.ts";
import type { SeenIds } from "./seen-ids.ts";

/** How many pages a walk steps back at most to find its place. */
const MAX_STEPS = 10;

/** Settings of a walk through a list. */
export interface WalkPlan {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal | undefined;
  /** The first page of interest. */
  readonly lowest: number;
  readonly start: WalkStart;
  readonly concurrency: number;
  readonly seen: SeenIds;
  /** Takes the pages in order and never steps back. */
  readonly isStraight: boolean;
}

/** Where a walk begins. */
export interface WalkStart {
  readonly page: number;
  /** Items of that page that an earlier iteration has seen. */
  readonly offset: number;
  /** Items on all pages, according to the earlier iteration. */
  readonly total: number;
}

/** The result of a walk. */
export interface Walk {
  /** Items on all pages, according to the latest page. */
  total: number;
  /** Whether all pages showed the same total and the walk saw that many different ids; valid after the end. */
  isClean: boolean;
}

/**
 * Yields the pages of one walk over a list, fetched ahead.
 *
 * At most `concurrency` pages are in memory or in flight, including the one that the caller processes. The caller marks the items of a page as
 * seen before it requests the next. Breaking out of the loop cancels pending requests.
 *
 * The list ends with `hasNext: false`, with a different page than the requested one (past the end, Nectar returns the last page again), or,
 * beyond `totalPages`, with a page without new items.
 */
export async function* walkPages(plan: WalkPlan, walk: Walk): AsyncGenerator<ListPage, void, undefined> {
  const { lowest, start, concurrency, seen, isStraight } = plan;
  const window = new PageWindow(plan.fetchPage, plan.signal, start.page);
  let furthest = 0;
  // A page reached by stepping back has no new items but is not the end.
  const isOver = ({ currentPage, totalPages, items }: ListPage, number: number): boolean =>
    currentPage !== number || (number >= furthest && number > totalPages && seen.countNew(items) === 0);
  const hasRepeats = ({ items }: ListPage): boolean => seen.hasIds && seen.countNew(items) < items.length;

  /** Finds a page that begins with a known id, so that no item is missing before it. */
  const stepBack = async (page: ListPage, number: number, steps: number): Promise<ListPage> => {
    // A page fetched in parallel may be older than the page before it.
    if (isStraight || !seen.hasIds) return concurrency > 1 ? window.fetchAlone(number) : page;
    let found = page;
    let place = Math.min(number, page.currentPage);
    const end = Math.max(lowest, place - steps);
    while (!seen.hasFirst(found.items) && place > end) {
      found = await window.fetchAlone(place - 1);
      place = Math.min(place - 1, found.currentPage);
    }
    return found;
  };

  let number = start.page;
  let last = number;
  let limit = concurrency;
  let before = 0;
  let steps = 0;
  try {
    for (;;) {
      let page = await window.take(limit, last);
      limit = Math.min(concurrency, limit * 2);
      const isFirst = furthest === 0;
      // After a step back, the walk sees known pages again; the limit ends it in a list that moves back and forth.
      const isAhead = number > furthest;
      if (isAhead) {
        furthest = number;
        steps = MAX_STEPS;
      }
      const hasMoved = isFirst
        ? // Without an id to look for, the page of the cursor is the best place.
          seen.recent.length > 0 && (page.total !== start.total || (start.offset > 0 && !seen.hasFirst(page.items)))
        : page.total !== walk.total || (isAhead && !isOver(page, number) && hasRepeats(page));
      if (hasMoved) {
        walk.isClean &&= isFirst;
        if (steps > 0) {
          page = await stepBack(page, number, steps);
          const place = Math.min(number, page.currentPage);
          steps -= Math.max(1, number - place);
          number = place;
        }
        // `limit` doubles with each page, so a stable list is fetched ahead again.
        limit = 1;
        window.moveTo(number + 1);
      }
      walk.total = page.total;
      if (isFirst) before = (number - 1) * page.perPage;
      if (isFirst ? page.currentPage !== number : isOver(page, number)) break;
      last = page.hasNext ? Math.max(number + 1, page.totalPages) : number;
      window.fetchAhead(limit - 1, last);
      yield page;
      if (!page.hasNext) break;
      number += 1;
    }
    walk.isClean &&= before + seen.walked === walk.total;
  } finally {
    window.close();
  }
}
