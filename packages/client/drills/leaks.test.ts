import { expect, test } from "vitest";
import { sendJson, startServer } from "../test/support/loopback-server.ts";
import { measure } from "../test/support/memory.ts";

/** The client allows this many requests at once, and the runtime keeps their sockets. */
const MAX_SOCKETS = 10;

test("thousands of calls, lists and aborts leak no timer, listener, socket or memory", async () => {
  const server = await startServer(async ({ url }, response) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    if (pathname.endsWith("/missing")) return sendJson(response, {}, 404);
    if (pathname.endsWith("/slow")) await new Promise((resolve) => setTimeout(resolve, 20));
    const currentPage = Number(searchParams.get("page") ?? 1);
    const documents = Array.from({ length: 10 }, (_, index) => ({ id: `${currentPage}-${index}` }));
    const page = { totalDocuments: 40, perPage: 10, totalPages: 4, currentPage, hasNext: currentPage < 4 };
    return sendJson(response, { id: "d", ...page, documents });
  });

  const { grown, timers, sockets, listeners } = await measure("../../drills/support/measure-leaks.ts", server.url);

  expect(listeners).toBe(0);
  // The runtime keeps a few timers for its sockets.
  expect(timers).toBeLessThanOrEqual(5);
  expect(sockets).toBeLessThanOrEqual(MAX_SOCKETS);
  // Nine hundred uses with 2,500 requests: a leak of 200 bytes each would be visible.
  expect(grown).toBeLessThanOrEqual(500_000);
});
