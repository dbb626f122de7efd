import type { ServerResponse } from "node:http";
import { type LoopbackServer, sendJson, startServer } from "../loopback-server.ts";
import { createWatch, type Watch } from "../watch.ts";

/** A list over HTTP that counts what clients do with its responses. */
export interface PagingServer extends LoopbackServer {
  /** Requested pages, in order. */
  readonly requested: readonly number[];
  /** Pages whose client disconnected before the response. */
  readonly cancelled: readonly number[];
  /** Responds to the requests that are held back. */
  readonly release: () => void;
  readonly until: Watch["until"];
}

/** Starts a list of this many pages of ten items. Held pages get no response before they are released. */
export async function startPagingServer(
  totalPages: number,
  isHeld: (page: number) => boolean = () => false,
): Promise<PagingServer> {
  const requested: number[] = [];
  const cancelled: number[] = [];
  const held: (() => void)[] = [];
  const { changed, until } = createWatch();
  const reply = (response: ServerResponse, asks: number): void => {
    const currentPage = Math.min(asks, totalPages);
    const documents = Array.from({ length: 10 }, (_, index) => ({ id: String((currentPage - 1) * 10 + index) }));
    const page = { perPage: 10, totalPages, currentPage, hasNext: currentPage < totalPages, hasPrevious: asks > 1 };
    sendJson(response, { totalDocuments: totalPages * 10, ...page, documents });
  };
  const server = await startServer((request, response) => {
    const page = Number(new URL(request.url, "http://localhost").searchParams.get("page"));
    requested.push(page);
    response.on("close", () => {
      if (!response.writableEnded) cancelled.push(page);
      changed();
    });
    if (isHeld(page)) held.push(() => reply(response, page));
    else reply(response, page);
    changed();
  });
  return {
    ...server,
    requested,
    cancelled,
    release: () => {
      for (const go of held.splice(0)) go();
    },
    until,
  };
}
