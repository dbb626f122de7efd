import { type FetchPage, PageWindow } from "./page-window.ts";
import type { ListPage } from "./read-page.ts";
import type { SeenIds } from "./seen-ids.ts";

/** Pages that a walk steps back at most to find where it was. */
const MAX_STEPS = 10;

/** What is walked, and how. */
export interface WalkPlan {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal | undefined;
  /** The page before which the list is of no interest. */
  readonly lowest: number;
  readonly start: WalkStart;
  readonly concurrency: number;
  readonly seen: SeenIds;
  /** Takes the pages as they come, and never steps back. */
  readonly isStraight: boolean;
}

/** Where a walk begins. */
export interface WalkStart {
  readonly page: number;
  /** Items of that page that an earlier iteration saw. */
  readonly offset: number;
  /** Items on all pages, as an earlier iteration knew it. */
  readonly total: number;
}

/** What became of a walk. */
export interface Walk {
  /** Items on all pages, as the latest page says. */
  total: number;
  /** Whether all pages showed one total, no id came twice, and there were as many ids; valid after the end. */
  isClean: boolean;
}

/**
 * The pages of one walk over a list, fetched ahead: never more than `concurrency` are in memory or under way, the one in the caller's hands
 * included. The caller notes the items of a page as seen before it asks for the next. Leaving early cancels what is under way.
 *
 * The end is `hasNext: false`, a page other than the one that was asked for (past the end Nectar answers the last page again), or, beyond
 * `totalPages`, a page without a new item.
 */
export async function* walkPages(plan: WalkPlan, walk: Walk): AsyncGenerator<ListPage, void, undefined> {
  const { lowest, start, concurrency, seen, isStraight } = plan;
  const window = new PageWindow(plan.fetchPage, plan.signal, start.page);
  let furthest = 0;
  // A page that was stepped back to has nothing new, and is not the end.
  const isOver = ({ currentPage, totalPages, items }: ListPage, number: number): boolean =>
    currentPage !== number || (number >= furthest && number > totalPages && seen.countNew(items) === 0);
  const hasRepeats = ({ items }: ListPage): boolean => seen.hasIds && seen.countNew(items) < items.length;

  /** A page that begins with an id seen before, so that nothing is missing between it and what was seen. */
  const stepBack = async (page: ListPage, number: number, steps: number): Promise<ListPage> => {
    // What was fetched beside others may be older than the page before it.
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
      // Whoever steps back meets again what it has seen, and may not step back for ever in a list that moves to and fro.
      const isAhead = number > furthest;
      if (isAhead) {
        furthest = number;
        steps = MAX_STEPS;
      }
      const hasMoved = isFirst
        ? // Without an id to look for there is no better place than that of the cursor.
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
        // Pages are fetched ahead again as the list calms down.
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
