import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { type paths, v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { Octokit } from "@octokit/core";
import ky from "ky";
import { createFetch } from "ofetch";
import OpenAI from "openai";
import createOpenapiFetch from "openapi-fetch";
import { PAGE_BODY, SMALL_BODY, stubFetch } from "./bodies.ts";
import { type Candidates, measure } from "./measure.ts";
import { type Figure, report } from "./report.ts";

const BASE = "https://api.example/v2.2";
const PATH = "/document/abc";
const BARE = "openapi-fetch";
const OURS = "@nectar-sdk/client";

/** CPU of one call with a `fetch` that answers at once: ours with retries, deadline and concurrency on, and other clients. */
export async function callCost(): Promise<string> {
  const small = await measure({ ...pair(SMALL_BODY), ...others(SMALL_BODY) }, 9, 5_000);
  const page = await measure(pair(PAGE_BODY), 9, 500);
  return [
    report("CPU of a call, small answer", [...figuresOf(small), ...ratioFigures(small, 1.25), over(small)]),
    report("CPU of a call, page of 100 bills", [...figuresOf(page), ...ratioFigures(page, 1.05)]),
  ].join("\n");
}

function pair(body: string): Candidates {
  const fetch = stubFetch(body);
  const bare = createOpenapiFetch<paths>({ baseUrl: BASE, fetch, headers: { "X-API-KEY": "bench-key-1" } });
  const nectar = createNectarClient(v2_2, { baseUrl: BASE, fetch, apiKey: "bench-key-1", deadline: 60_000 });
  return {
    [BARE]: () => bare.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
    [OURS]: () => nectar.documents.retrieve("abc"),
    [`${OURS}, raw`]: () => nectar.raw.GET("/document/{document_id}", { params: { path: { document_id: "abc" } } }),
  };
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
