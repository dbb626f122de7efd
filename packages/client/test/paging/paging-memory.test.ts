import { expect, test } from "vitest";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { measure } from "../support/memory.ts";

const MB = 1_000_000;

/** Measures the peak memory of an iteration over this many pages of a hundred bills. */
async function measurePeak(totalPages: number): Promise<number> {
  const notes = "n".repeat(1_500);
  const server = await startServer(({ url }, response) => {
    const currentPage = Number(new URL(url, "http://localhost").searchParams.get("page"));
    const documents = Array.from({ length: 100 }, (_, index) => {
      const number = String(currentPage * 100 + index).padStart(12, "0");
      return { id: `6f1c2a5e-0b7d-4c39-9a41-${number}`, notes };
    });
    const page = { perPage: 100, totalPages, currentPage, hasNext: currentPage < totalPages };
    sendJson(response, { totalDocuments: totalPages * 100, ...page, documents });
  });
  const { items, peak = Number.POSITIVE_INFINITY } = await measure("paging/measure-paging.ts", server.url);
  expect(items).toBe(totalPages * 100);
  return peak;
}

test("a list takes no more memory for 1,000 pages than for 200, and far less than 40 MB", {
  timeout: 120_000,
}, async () => {
  const few = await measurePeak(200);
  const many = await measurePeak(1_000);
  expect(many).toBeLessThanOrEqual(40 * MB);
  // Keeping eighty thousand ids would take more.
  expect(many - few).toBeLessThanOrEqual(2 * MB);
});
