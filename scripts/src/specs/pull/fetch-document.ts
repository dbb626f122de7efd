import { setTimeout } from "node:timers/promises";
import { hasCredentials } from "./origin.ts";
import { DocumentError, readBytes } from "./read-bytes.ts";

const ATTEMPTS = 2;
const PAUSE_MS = 500;
const MOST_REDIRECTS = 5;
const HEADERS = { accept: "application/json, application/yaml;q=0.9, */*;q=0.1" };

/**
 * Fetches a document, and retries once when the server fails, breaks off or takes longer than `timeoutMs`.
 *
 * @throws {DocumentError} naming the problem and its fix
 */
export async function fetchDocument(url: URL, timeoutMs: number): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptFetch(url, AbortSignal.timeout(timeoutMs));
    } catch (cause) {
      const error = toDocumentError(cause, timeoutMs);
      if (!error.isTransient || attempt === ATTEMPTS) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

/** Follows redirects on the same host: the user did not choose any other. */
async function attemptFetch(url: URL, signal: AbortSignal, redirects = 0): Promise<Uint8Array> {
  const response = await fetch(url, { signal, redirect: "manual", headers: HEADERS });
  if (response.ok) return readBytes(response.body ?? []);
  await response.body?.cancel();
  const { status, headers } = response;
  const location = headers.get("location");
  if (location !== null && status >= 300 && status < 400) {
    if (redirects === MOST_REDIRECTS) {
      throw new DocumentError(`was redirected more than ${MOST_REDIRECTS} times; check the address`, false);
    }
    return attemptFetch(checkRedirect(url, location), signal, redirects + 1);
  }
  const isTransient = status >= 500 || status === 429 || status === 408;
  throw new DocumentError(
    `the server responded ${status}; ${isTransient ? "try again later" : "check the address"}`,
    isTransient,
  );
}

function checkRedirect(from: URL, location: string): URL {
  const to = URL.parse(location, from.href);
  if (to !== null && hasCredentials(to)) {
    const refusal = "redirects to an address with a user name or password; pass another URL with --from";
    throw new DocumentError(refusal, false);
  }
  const isDowngrade = from.protocol === "https:" && to?.protocol !== "https:";
  if (to !== null && to.host === from.host && !isDowngrade) return to;
  throw new DocumentError(`redirects to ${location}; pass the new URL with --from if you trust it`, false);
}

function toDocumentError(error: unknown, timeoutMs: number): DocumentError {
  if (error instanceof DocumentError) return error;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new DocumentError(
      `no complete response within ${timeoutMs} ms; try again, or allow more by --timeout`,
      true,
    );
  }
  // `fetch` says "fetch failed" or "terminated", and its cause says why.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : cause.name) : cause;
  return new DocumentError(`cannot be fetched (${reason}); check the address and the network`, true, { cause: error });
}
