import { setTimeout } from "node:timers/promises";
import { FetchProblem } from "./fetch-problem.ts";
import { hasCredentials } from "./origin.ts";
import { SIZE_LIMIT, TOO_LARGE } from "./size-limit.ts";

const ATTEMPTS = 2;
/** Milliseconds between them. */
const PAUSE = 500;
const MOST_REDIRECTS = 5;
const ACCEPTED = "application/json, application/yaml;q=0.9, */*;q=0.1";

export interface FetchOptions {
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Called with the bytes that have come so far. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Fetches a document. Tries once more when the server does not answer, breaks off or is in trouble.
 *
 * @throws {FetchProblem} saying what is wrong and what to do
 */
export async function fetchDocument(url: URL, options: FetchOptions): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptFetch(url, options);
    } catch (error) {
      const problem = problemOf(error, options.timeout);
      if (!problem.isPassing || attempt === ATTEMPTS) throw problem;
      await setTimeout(PAUSE);
    }
  }
}

async function attemptFetch(url: URL, { timeout, onProgress }: FetchOptions): Promise<Uint8Array> {
  const response = await request(url, AbortSignal.timeout(timeout));
  if (!response.ok) {
    await response.body?.cancel();
    const isPassing = response.status >= 500 || response.status === 429 || response.status === 408;
    const cure = isPassing ? "try again later" : "check the address";
    throw new FetchProblem(`the server answered ${response.status}; ${cure}`, isPassing);
  }
  return readBody(response, onProgress);
}

/** Follows redirects as long as they stay on the host: elsewhere, nobody vouches for the document. */
async function request(url: URL, signal: AbortSignal): Promise<Response> {
  let current = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(current, { signal, redirect: "manual", headers: { accept: ACCEPTED } });
    const location = response.headers.get("location");
    if (location === null || response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    current = redirected(current, location);
  }
  throw new FetchProblem(`was redirected more than ${MOST_REDIRECTS} times; check the address`, false);
}

function redirected(from: URL, location: string): URL {
  const to = URL.parse(location, from.href);
  const isDowngrade = from.protocol === "https:" && to?.protocol !== "https:";
  if (to !== null && hasCredentials(to)) {
    throw new FetchProblem(
      "redirects to an address with a user name or password; give another address by --from",
      false,
    );
  }
  if (to !== null && to.host === from.host && !isDowngrade) return to;
  throw new FetchProblem(`redirects to ${location}; give the new address by --from if you trust it`, false);
}

/** Reads a body as it comes, and breaks the connection off once it is larger than any document may be. */
async function readBody(response: Response, onProgress: (bytes: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an exception cancels the body.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > SIZE_LIMIT) throw new FetchProblem(TOO_LARGE, false);
    chunks.push(chunk);
    onProgress(bytes);
  }
  return Buffer.concat(chunks);
}

function problemOf(error: unknown, timeout: number): FetchProblem {
  if (error instanceof FetchProblem) return error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new FetchProblem(`no complete answer within ${timeout} ms; try again, or allow more by --timeout`, true);
  }
  return new FetchProblem(`cannot be fetched (${reasonOf(error)}); check the address and the network`, true, {
    cause: error,
  });
}

/** `fetch` hides the reason behind "fetch failed" or "terminated". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ("code" in cause ? String(cause.code) : error.message);
}
