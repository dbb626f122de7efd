import type { ServerResponse } from "node:http";
import { sendJson } from "../../test/support/loopback-server.ts";

/** A list that moves while it is read, on a server that misbehaves. */
export interface HostileList {
  /** Ids that have been in the list since the beginning. */
  readonly staying: ReadonlySet<string>;
  /** Requests so far. */
  readonly requested: () => number;
  readonly reply: (request: { readonly url: string }, response: ServerResponse) => Promise<void>;
}

/** Possible failures, each with its probability from 0 to 1; 0 if absent. */
export interface Misfortunes {
  /** 429, 5xx and connections that break before or within the response. */
  readonly failure?: number;
  /** Slow responses. */
  readonly slow?: number;
  /** The previous page is returned again, under the requested number. */
  readonly duplicate?: number;
  /** Items that are added, removed or moved before a page is cut. */
  readonly change?: number;
  /** Changes stop after this many requests. */
  readonly quietAfter?: number;
  /** The total is slightly wrong. */
  readonly lie?: number;
  /** Claims a next page on every page, and repeats the last one under any number. */
  readonly isEndless?: boolean;
}

const PER_PAGE = 25;

/** Creates a list of this many items; the seed decides everything that happens. */
export function createHostileList(count: number, misfortunes: Misfortunes, seed: number): HostileList {
  const random = createRandom(seed);
  const happens = (chance = 0): boolean => random() < chance;
  const staying = new Set(Array.from({ length: count }, (_, index) => `item-${index}`));
  let ids = [...staying];
  let born = 0;
  let requested = 0;

  const change = (): void => {
    const at = Math.floor(random() * (ids.length + 1));
    const kind = Math.floor(random() * 4);
    if (kind === 0) ids = ids.toSpliced(random() < 0.5 ? 0 : at, 0, `new-${born++}`);
    else if (kind === 1) {
      const [gone] = ids.slice(at, at + 1);
      if (gone !== undefined) staying.delete(gone);
      ids = ids.toSpliced(at, 1);
    } else if (kind === 2) ids = [...ids.slice(at, at + 1), ...ids.toSpliced(at, 1)];
    // One item leaves at the front and one arrives at the end: the total stays the same.
    else {
      const [gone] = ids;
      if (gone !== undefined) staying.delete(gone);
      ids = [...ids.slice(1), `new-${born++}`];
    }
  };

  return {
    staying,
    requested: () => requested,
    reply: async ({ url }, response) => {
      requested += 1;
      const { failure, slow, duplicate, lie, quietAfter = Infinity } = misfortunes;
      if (happens(slow)) await new Promise((resolve) => setTimeout(resolve, 5 + random() * 20));
      if (happens(failure)) return fail(response, Math.floor(random() * 20));
      if (requested < quietAfter && happens(misfortunes.change)) change();
      const number = Number(new URL(url, "http://localhost").searchParams.get("page"));
      const totalPages = Math.max(1, Math.ceil(ids.length / PER_PAGE));
      const isCalm = requested >= quietAfter;
      const last = Math.min(number, totalPages);
      const cut = !isCalm && number > 1 && happens(duplicate) ? last - 1 : last;
      const total = ids.length + (!isCalm && happens(lie) ? Math.floor(random() * 7) - 3 : 0);
      const page = {
        totalDocuments: Math.max(0, total),
        perPage: PER_PAGE,
        totalPages,
        currentPage: misfortunes.isEndless ? number : last,
        hasNext: misfortunes.isEndless || number < totalPages,
      };
      const documents = ids.slice((cut - 1) * PER_PAGE, cut * PER_PAGE).map((id) => ({ id }));
      sendJson(response, { ...page, documents });
    },
  };
}

/** Fails temporarily in one of several ways. Broken connections are rare, since the server cannot shorten the wait after them. */
function fail(response: ServerResponse, way: number): void {
  const soon = { "retry-after": "0" };
  if (way === 0) response.destroy();
  else if (way === 1) {
    const start = '{"documents":[';
    response.writeHead(200, { "content-length": "9999" }).write(start, () => response.destroy());
  } else if (way < 5) response.writeHead(503, { ...soon, "content-type": "text/html" }).end("<html>");
  else sendJson(response, {}, way < 12 ? 429 : 500 + (way % 2) * 4, soon);
}

/** Pseudo-random numbers from 0 to 1 for a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
}
