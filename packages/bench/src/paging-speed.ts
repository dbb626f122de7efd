import { setTimeout as sleep } from "node:timers/promises";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { median } from "./measure.ts";
import { report } from "./report.ts";

const PAGES = 50;
const LATENCY = 40;
const ROUNDS = 3;

/** 50 pages of 40 ms each, one after the other and eight at a time. */
export async function pagingSpeed(): Promise<string> {
  const sequential: number[] = [];
  const parallel: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    sequential.push(await timeOf(1));
    parallel.push(await timeOf(8));
  }
  const [slow, fast] = [median(sequential), median(parallel)];
  return report(`${PAGES} pages of ${LATENCY} ms`, [
    { name: "concurrency 1", value: slow, unit: "ms" },
    { name: "concurrency 8", value: fast, unit: "ms" },
    { name: "8 over 1", value: fast / slow, unit: "×", goal: 0.2 },
  ]);
}

async function timeOf(concurrency: number): Promise<number> {
  const nectar = createNectarClient(v2_2, { apiKey: "bench-key-1", fetch: answerPage });
  const start = performance.now();
  await nectar.documents.listByCompany("company", {}, { concurrency }).toArray();
  return performance.now() - start;
}

async function answerPage(input: string | Request): Promise<Response> {
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
