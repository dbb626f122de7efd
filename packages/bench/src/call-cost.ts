import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { type paths, v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { Octokit } from "@octokit/core";
import ky from "ky";
import { createFetch } from "ofetch";
import OpenAI from "openai";
import createOpenapiFetch from "openapi-fetch";
import { PAGE_BODY, SMALL_BODY, stubFetch } from "./bodies.ts";
import { type ClientModules, loadBaseClient } from "./load-base-client.ts";
import { type Candidates, measure } from "./measure.ts";
import { type Figure, report } from "./report.ts";

const BASE = "https://api.example/v2.2";
const PATH = "/document/abc";
const BARE = "openapi-fetch";
const OURS = "@nectar-sdk/client";

/** How much is measured. */
export interface CallCostOptions {
  /** The revision that the working tree is compared with. */
  readonly base: string;
  /** @default 9 */
  readonly rounds?: number;
  /** Calls of each candidate in a round. @default 5000 for a small answer, a tenth of it for a page */
  readonly runs?: number;
}

/**
 * CPU of one call with a `fetch` that answers at once: ours with retries, deadline and concurrency on, the same at another revision, and
 * other clients.
 */
export async function callCost({ base, rounds = 9, runs = 5_000 }: CallCostOptions): Promise<string> {
  const before = await loadBaseClient(base);
  const beforeName = `${OURS} at ${base}`;
  const candidates = (body: string): Candidates => ({
    ...pair(body),
    [beforeName]: createCall(before, body),
  });
  const small = await measure({ ...candidates(SMALL_BODY), ...others(SMALL_BODY) }, rounds, runs);
  const page = await measure(candidates(PAGE_BODY), rounds, Math.ceil(runs / 10));
  return [
    report("CPU of a call, small answer", [...figuresOf(small), ...ratioFigures(small, 1.25), over(small)]),
    report("CPU of a call, page of 100 bills", [...figuresOf(page), ...ratioFigures(page, 1.05)]),
    report(`CPU of a call above ${BARE}, before (${base}) and after (working tree)`, [
      ...compare("small answer", small, beforeName),
      ...compare("page of 100 bills", page, beforeName),
    ]),
  ].join("\n");
}

function compare(answer: string, times: ReadonlyMap<string, number>, before: string): Figure[] {
  const bare = of(times, BARE);
  return [
    { name: `${answer}, before`, value: of(times, before) - bare, unit: "µs" },
    { name: `${answer}, after`, value: of(times, OURS) - bare, unit: "µs" },
    { name: `${answer}, after over before`, value: of(times, OURS) / of(times, before), unit: "×" },
  ];
}

function pair(body: string): Candidates {
  const fetch = stubFetch(body);
  const bare = createOpenapiFetch<paths>({ baseUrl: BASE, fetch, headers: { "X-API-KEY": "bench-key-1" } });
  const nectar = createNectarClient(v2_2, { baseUrl: BASE, fetch, apiKey: "bench-key-1", deadline: 60_000 });
  return {
    [BARE]: () => bare.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
    [OURS]: createCall({ createNectarClient, v2_2 }, body),
    [`${OURS}, raw`]: () => nectar.raw.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
  };
}

function createCall(modules: ClientModules, body: string): () => Promise<unknown> {
  const options = { baseUrl: BASE, fetch: stubFetch(body), apiKey: "bench-key-1", deadline: 60_000 };
  const nectar = modules.createNectarClient(modules.v2_2, options);
  return () => nectar.documents.retrieve("abc");
}

function others(body: string): Candidates {
  const fetch = stubFetch(body);
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

function figuresOf(times: ReadonlyMap<string, number>): Figure[] {
  return [...times].map(([name, value]) => ({ name, value, unit: "µs" }));
}

function ratioFigures(times: ReadonlyMap<string, number>, goal: number): Figure[] {
  return [{ name: `${OURS} over ${BARE}`, value: of(times, OURS) / of(times, BARE), unit: "×", goal }];
}

function over(times: ReadonlyMap<string, number>): Figure {
  return { name: `${OURS} above ${BARE}`, value: of(times, OURS) - of(times, BARE), unit: "µs", goal: 15 };
}

function of(times: ReadonlyMap<string, number>, name: string): number {
  return times.get(name) ?? Number.NaN;
}
