import { setTimeout as sleep } from "node:timers/promises";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { findMedian } from "./measure.ts";
import { formatReport } from "./report.ts";

const PAGES = 50;
const LATENCY = 40;
const ROUNDS = 3;

/** Measures 50 pages of 40 ms each, one by one and eight at a time. */
export async function measurePagingSpeed(): Promise<string> {
  const sequential: number[] = [];
  const parallel: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    sequential.push(await measureOnce(1));
    parallel.push(await measureOnce(8));
  }
  const [slow, fast] = [findMedian(sequential), findMedian(parallel)];
  return formatReport(`${PAGES} pages of ${LATENCY} ms`, [
    { name: "concurrency 1", value: slow, unit: "ms" },
    { name: "concurrency 8", value: fast, unit: "ms" },
    { name: "8 over 1", value: fast / slow, unit: "×", goal: 0.2 },
  ]);
}

async function measureOnce(concurrency: number): Promise<number> {
  const nectar = createNectarClient(v2_2, { apiKey: "bench-key-1", fetch: respondWithPage });
  const start = performance.now();
  await nectar.documents.listByCompany("company", {}, { concurrency }).toArray();
  return performance.now() - start;
}

async function respondWithPage(input: string | Request): Promise<Response> {
  await sleep(LATENCY);
  const page = Number(new URL(input instanceof Request ? input.url : input).searchParams.get("page"));
  const documents = Array.from({ length: 100 }, (_, index) => ({ id: `${page}-${index}` }));
  return Response.json({
    totalDocuments: PAGES * 100,
    perPage: 100,
    totalPages: PAGES,
    currentPage: page,
    hasNext: page < PAGES,
    hasPrevious: page > 1,
    documents,
  });
}
