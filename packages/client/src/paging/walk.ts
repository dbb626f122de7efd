import { type FetchPage, PageWindow } from "./page-window.ts";
import type { ListPage } from "./read-page.ts";
import type { SeenIds } from "./seen-ids.ts";

/** Pages that a walk steps back at most to find where it was. */
const MAX_STEPS = 10;

/** What is walked, and how. */
export interface WalkPlan {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal | undefined;
  /** The page before which nobody wants to go. */
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
  readonly total: number | undefined;
}

/**
 * One walk over the pages of a list, fetched ahead: never more than `concurrency` are in memory or under way, the one in the caller's hands
 * included. Leaving early cancels what is under way.
 *
 * The end is `hasNext: false`, a page other than the one that was asked for (past the end Nectar answers the last page again), or, beyond
 * `totalPages`, a page without a new item.
 */
export class Walk {
  /** Items on all pages, as the latest page says. */
  total = 0;
  readonly #plan: WalkPlan;
  readonly #window: PageWindow;
  /** Items on the pages before the first. */
  #before = 0;
  #isMoved = false;

  constructor(plan: WalkPlan) {
    this.#plan = plan;
    this.#window = new PageWindow(plan.fetchPage, plan.signal);
  }

  /** Whether all pages showed one total, no id came twice, and there were as many ids; for a walk that has ended. */
  get isClean(): boolean {
    return !this.#isMoved && this.#before + this.#plan.seen.walked === this.total;
  }

  /** The pages. The caller notes the items of each page as seen before it asks for the next. */
  async *pages(): AsyncGenerator<ListPage, void, undefined> {
    const { start, concurrency } = this.#plan;
    const window = this.#window;
    let number = start.page;
    let last = number;
    let limit = concurrency;
    let steps = MAX_STEPS;
    let furthest = number;
    let steppedFrom = 0;
    window.moveTo(number);
    try {
      for (let isFirst = true; ; isFirst = false) {
        window.fill(limit, last);
        let page = await window.take();
        limit = Math.min(concurrency, limit * 2);
        const hasRepeats = number > steppedFrom && this.#hasRepeats(page, number);
        if (isFirst ? this.#hasLeft(page) : page.total !== this.total || hasRepeats) {
          this.#isMoved ||= !isFirst;
          // A list that moves to and fro would be stepped back in for ever; whoever gets further may step back again.
          if (steps > 0) {
            steppedFrom = number;
            page = await this.#stepBack(page, number, steps);
            const found = Math.min(number, page.currentPage);
            steps -= Math.max(1, number - found);
            number = found;
          }
          // Pages are fetched ahead again as the list calms down.
          limit = 1;
          window.moveTo(number + 1);
        }
        this.total = page.total;
        if (isFirst) this.#before = (number - 1) * page.perPage;
        else if (this.#isPastEnd(page, number)) return;
        if (page.currentPage !== number) return;
        last = page.hasNext ? Math.max(number + 1, page.totalPages) : number;
        window.fill(limit - 1, last);
        yield page;
        if (!page.hasNext) return;
        number += 1;
        if (number > furthest) {
          furthest = number;
          steps = MAX_STEPS;
        }
      }
    } finally {
      window.close();
    }
  }

  /** Whether the place of an earlier iteration is elsewhere by now. */
  #hasLeft({ total, items }: ListPage): boolean {
    const { start, seen } = this.#plan;
    // Without an id to look for there is no better place than that of the cursor.
    if (seen.recent.length === 0) return false;
    return total !== start.total || (start.offset > 0 && !seen.hasFirst(items));
  }

  #hasRepeats(page: ListPage, number: number): boolean {
    return !this.#isPastEnd(page, number) && this.#plan.seen.hasRepeats(page.items);
  }

  #isPastEnd({ currentPage, totalPages, items }: ListPage, number: number): boolean {
    return currentPage !== number || (number > totalPages && !this.#plan.seen.hasNew(items));
  }

  /** A page that begins with an id seen before, so that nothing is missing between it and what was seen. */
  async #stepBack(page: ListPage, number: number, steps: number): Promise<ListPage> {
    const { isStraight, concurrency, seen, lowest } = this.#plan;
    // What was fetched beside others may be older than the page before it.
    if (isStraight) return concurrency > 1 ? this.#fetch(number) : page;
    if (!seen.hasIds) return page;
    let found = page;
    let place = Math.min(number, page.currentPage);
    const end = Math.max(lowest, place - steps);
    while (!seen.hasFirst(found.items) && place > end) {
      found = await this.#fetch(place - 1);
      place = Math.min(place - 1, found.currentPage);
    }
    return found;
  }

  #fetch(number: number): Promise<ListPage> {
    this.#window.moveTo(number);
    return this.#window.take();
  }
}
