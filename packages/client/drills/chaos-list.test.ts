import { expect, test } from "vitest";
import { startServer } from "../test/support/loopback-server.ts";
import { connect } from "../test/support/test-client.ts";
import { createHostileList, type Misfortunes } from "./support/hostile-list.ts";

/** Temporary failures: the list is calm after a number of requests. */
const PASSING: readonly [name: string, misfortunes: Misfortunes][] = [
  ["429, 5xx, connections that are cut", { failure: 0.3 }],
  ["slow responses in any order", { slow: 0.5 }],
  ["items that come, go and move", { change: 0.5, quietAfter: 60 }],
  ["pages that come twice", { duplicate: 0.2, quietAfter: 60 }],
  ["totals that are off", { lie: 0.5, quietAfter: 60 }],
  ["an endless list", { isEndless: true }],
  [
    "everything at once",
    { failure: 0.2, slow: 0.2, change: 0.5, duplicate: 0.1, lie: 0.2, isEndless: true, quietAfter: 120 },
  ],
];

/** Permanent failures: the list may be incomplete, and must be reported as such. */
const LASTING: readonly [name: string, misfortunes: Misfortunes][] = [
  ["items that come, go and move, without end", { change: 0.05, slow: 0.2 }],
  ["pages that come twice, without end", { duplicate: 0.05 }],
  ["totals that are off, without end", { lie: 0.5, isEndless: true }],
];

const COUNT = 500;
const PAGES = 20;
const SEEDS = [1, 2, 3];
const CONCURRENCIES = [1, 4, 8];

async function read(misfortunes: Misfortunes, seed: number, concurrency: number) {
  const hostile = createHostileList(COUNT, misfortunes, seed);
  const server = await startServer(hostile.reply);
  const nectar = connect(server.url, { maxRetries: 20 });
  const list = nectar.documents.listByCompany("c", {}, { concurrency, verify: 12 });
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  const seen = new Set(ids);
  const missing = [...hostile.staying].filter((id) => !seen.has(id));
  return { ids, seen, missing, requested: hostile.requested(), completeness: list.completeness };
}

/** Runs every seed at every concurrency in parallel, since the drill mostly waits. */
function readAll(misfortunes: Misfortunes) {
  return Promise.all(SEEDS.flatMap((seed) => CONCURRENCIES.map((concurrency) => read(misfortunes, seed, concurrency))));
}

test.each(PASSING)("yields every permanent item exactly once: %s", async (_, misfortunes) => {
  for (const { ids, seen, missing, requested, completeness } of await readAll(misfortunes)) {
    expect(completeness).toMatchObject({ isComplete: true, reason: "verified" });
    expect(missing).toEqual([]);
    expect(ids).toHaveLength(seen.size);
    // Two walks, two more while the list moves, and the failures.
    expect(requested).toBeLessThanOrEqual((2 * PAGES + (misfortunes.quietAfter ?? 0) * 2 + 40) * 2);
  }
});

test.each(LASTING)("yields no item twice, and reports only complete lists as complete: %s", async (_, misfortunes) => {
  for (const { ids, seen, missing, requested, completeness } of await readAll(misfortunes)) {
    expect(ids).toHaveLength(seen.size);
    if (completeness?.isComplete) expect(missing).toEqual([]);
    else expect(completeness?.reason).toBe("bound");
    // Twelve walks, each of which may step back from every page.
    expect(requested).toBeLessThanOrEqual(12 * 22 * PAGES);
  }
});
