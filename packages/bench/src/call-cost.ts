import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import type { paths } from "@nectar-sdk/api-v0.3/schema";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { Octokit } from "@octokit/core";
import ky from "ky";
import { createFetch } from "ofetch";
import OpenAI from "openai";
import createOpenapiFetch from "openapi-fetch";
import { createStubFetch, PAGE_BODY, SMALL_BODY } from "./bodies.ts";
import { type ClientModules, loadBaseClient } from "./load-base-client.ts";
import { type Candidates, measure } from "./measure.ts";
import { type Figure, formatReport } from "./report.ts";

const BASE = "https://api.example/v2.2";
const PATH = "/document/abc";
const BARE = "openapi-fetch";
const OURS = "@nectar-sdk/client";

/** Options of {@link measureCallCost}. */
export interface CallCostOptions {
  /** The revision to compare the working tree with. */
  readonly base: string;
  /** @default 9 */
  readonly rounds?: number;
  /** Calls of each candidate in a round. @default 5000 for a small response, a tenth of it for a page */
  readonly runs?: number;
}

/**
 * Measures the CPU of one call with a `fetch` that responds immediately: our client with retries, deadline and concurrency, the same client at
 * another revision, and other clients.
 */
export async function measureCallCost({ base, rounds = 9, runs = 5_000 }: CallCostOptions): Promise<string> {
  const before = await loadBaseClient(base);
  const beforeName = `${OURS} at ${base}`;
  const candidates = (body: string): Candidates => ({
    ...createPair(body),
    [beforeName]: createCall(before, body),
  });
  const small = await measure({ ...candidates(SMALL_BODY), ...createOthers(SMALL_BODY) }, rounds, runs);
  const page = await measure(candidates(PAGE_BODY), rounds, Math.ceil(runs / 10));
  return [
    formatReport("CPU of a call, small response", [
      ...toFigures(small),
      ...toRatioFigures(small, 1.25),
      toDifference(small),
    ]),
    formatReport("CPU of a call, page of 100 bills", [...toFigures(page), ...toRatioFigures(page, 1.05)]),
    formatReport(`CPU of a call above ${BARE}, before (${base}) and after (working tree)`, [
      ...compare("small response", small, beforeName),
      ...compare("page of 100 bills", page, beforeName),
    ]),
  ].join("\n");
}

function compare(response: string, times: ReadonlyMap<string, number>, before: string): Figure[] {
  const bare = readTime(times, BARE);
  return [
    { name: `${response}, before`, value: readTime(times, before) - bare, unit: "µs" },
    { name: `${response}, after`, value: readTime(times, OURS) - bare, unit: "µs" },
    { name: `${response}, after over before`, value: readTime(times, OURS) / readTime(times, before), unit: "×" },
  ];
}

function createPair(body: string): Candidates {
  const fetch = createStubFetch(body);
  const bare = createOpenapiFetch<paths>({ baseUrl: v0_3.baseUrl, fetch, headers: { "X-API-KEY": "bench-key-1" } });
  const nectar = createNectarClient(v0_3, { fetch, apiKey: "bench-key-1", deadline: 60_000 });
  return {
    [BARE]: () => bare.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
    [OURS]: createCall({ createNectarClient, v2_2 }, body),
    [`${OURS}, raw`]: () => nectar.raw.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
  };
}

function createCall(modules: ClientModules, body: string): () => Promise<unknown> {
  const options = { baseUrl: BASE, fetch: createStubFetch(body), apiKey: "bench-key-1", deadline: 60_000 };
  const nectar = modules.createNectarClient(modules.v2_2, options);
  return () => nectar.documents.retrieve("abc");
}

function createOthers(body: string): Candidates {
  const fetch = createStubFetch(body);
  const kyClient = ky.create({ fetch });
  const ofetchClient = createFetch({ fetch });
  const heyApi = createHeyApi({ baseUrl: BASE, fetch });
  const octokit = new Octokit({ baseUrl: BASE, request: { fetch } });
  const openai = new OpenAI({ baseURL: BASE, apiKey: "bench-key-1", fetch });
  return {
    ofetch: () => ofetchClient(BASE + PATH),
    "hey-api": () => heyApi.get({ url: PATH }),
    ky: () => kyClient(BASE + PATH).json(),
    "octokit core": () => octokit.request(`GET ${PATH}`),
    "openai core": () => openai.get(PATH),
  };
}

function toFigures(times: ReadonlyMap<string, number>): Figure[] {
  return [...times].map(([name, value]) => ({ name, value, unit: "µs" }));
}

function toRatioFigures(times: ReadonlyMap<string, number>, goal: number): Figure[] {
  return [{ name: `${OURS} over ${BARE}`, value: readTime(times, OURS) / readTime(times, BARE), unit: "×", goal }];
}

function toDifference(times: ReadonlyMap<string, number>): Figure {
  return { name: `${OURS} above ${BARE}`, value: readTime(times, OURS) - readTime(times, BARE), unit: "µs", goal: 15 };
}

function readTime(times: ReadonlyMap<string, number>, name: string): number {
  return times.get(name) ?? Number.NaN;
}
