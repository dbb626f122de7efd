import type { Fetch } from "../../src/index.ts";

/** A record of the list. A hidden one occupies a place on its page but is filtered out of the response, so that pages may be empty. */
export interface Entry {
  readonly id: string;
  readonly isHidden: boolean;
}

/** Events during one request, besides its response. */
export interface Turn {
  /** Turns of the event loop before the response; requests overtake each other. */
  readonly hops?: number;
  /** Turns of the event loop between cutting the page and its response. */
  readonly late?: number;
  /** New records at the front of the list, before the page is cut. */
  readonly inserted?: number;
  /** Records that are removed from the front of the list, before the page is cut. */
  readonly removed?: number;
  /** Changes the list in any other way, before the page is cut. */
  readonly change?: (entries: readonly Entry[]) => readonly Entry[];
  /** Status of a failure that is returned instead. */
  readonly failure?: number;
}

/** More requests than any test needs, so that an endless iteration fails instead of hanging. */
const ENOUGH = 2_000;

/** A list in the shape of Nectar's; past the end, the last page comes again. */
export class PagingModel {
  /** Requested pages, in the order of the requests. */
  readonly requested: number[] = [];
  entries: readonly Entry[];
  inFlight = 0;
  mostInFlight = 0;
  /** Called when a request arrives. */
  onRequest: (page: number) => void = () => {};
  readonly #perPage: number;
  readonly #pickTurn: (request: number, page: number) => Turn;
  #born = 0;

  constructor(
    entries: readonly Entry[],
    perPage: number,
    pickTurn: (request: number, page: number) => Turn = () => ({}),
  ) {
    this.entries = entries;
    this.#perPage = perPage;
    this.#pickTurn = pickTurn;
  }

  get totalPages(): number {
    return Math.max(1, Math.ceil(this.entries.length / this.#perPage));
  }

  /** New records at the front. */
  insert(count: number): void {
    const born = Array.from({ length: count }, () => ({ id: `new-${this.#born++}`, isHidden: false }));
    this.entries = [...born.reverse(), ...this.entries];
  }

  /** The `fetch` of a client. */
  readonly fetch: Fetch = async (input, { signal }) => {
    const page = readPageNumber(input);
    const turn = this.#pickTurn(this.requested.length, page);
    this.requested.push(page);
    if (this.requested.length > ENOUGH) return enough();
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    this.onRequest(page);
    try {
      await hop(turn.hops, signal);
      this.insert(turn.inserted ?? 0);
      this.entries = this.entries.slice(turn.removed ?? 0);
      if (turn.change) this.entries = turn.change(this.entries);
      const reply = turn.failure === undefined ? Response.json(this.#page(page)) : failure(turn.failure);
      await hop(turn.late, signal);
      return reply;
    } finally {
      this.inFlight -= 1;
    }
  };

  #page(requested: number): object {
    const { totalPages } = this;
    const currentPage = Math.min(requested, totalPages);
    const cut = this.entries.slice((currentPage - 1) * this.#perPage, currentPage * this.#perPage);
    return {
      totalDocuments: this.entries.length,
      perPage: this.#perPage,
      totalPages,
      currentPage,
      hasNext: currentPage < totalPages,
      hasPrevious: currentPage > 1,
      documents: cut.filter(({ isHidden }) => !isHidden).map(({ id }) => ({ id })),
    };
  }
}

async function hop(turns = 0, signal: AbortSignal | null | undefined): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}

/** The response to a client that has sent too many requests. */
export function enough(): Response {
  return new Response("enough", { status: 418 });
}

/** URL of a request that `fetch` receives. */
export function toUrl(input: string | Request): URL {
  return new URL(typeof input === "string" ? input : input.url);
}

/** The requested page. */
export function readPageNumber(input: string | Request): number {
  return Number(toUrl(input).searchParams.get("page"));
}

/** A `Retry-After` of `0`, so that no test waits for a retry. */
function failure(status: number): Response {
  return Response.json({ detail: "not now" }, { status, headers: { "retry-after": "0" } });
}

/** Records `0`, `1`, `2`, … */
export function createEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({ id: String(index), isHidden: false }));
}

/** Ids of the records that a response may show. */
export function visible(entries: readonly Entry[]): string[] {
  return entries.filter(({ isHidden }) => !isHidden).map(({ id }) => id);
}
