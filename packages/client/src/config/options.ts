import type { ApiKey } from "./api-key.ts";
import type { CallHooks } from "./hooks.ts";
import type { Logger } from "./logger.ts";

/**
 * Sends a request: the runtime's `fetch`, or a function that replaces it.
 *
 * It receives a URL, or a `Request` if there is middleware. Pass `init` on in both cases: it has the API key, the signal and the redirect mode.
 */
export type Fetch = (input: string | Request, init: RequestInit) => Promise<Response>;

/** Options of a client. Durations are milliseconds. */
export interface NectarClientOptions {
  /**
   * API key, or a function that returns it for each attempt.
   *
   * @default `NECTAR_API_KEY`
   * @throws {NectarConfigError} when the key is missing or HTTP cannot send it
   * @example "nectar-key", or async () => await readSecret("nectar")
   */
  readonly apiKey?: ApiKey | undefined;
  /**
   * URL of the API: `https:`, or `http:` on a loopback host.
   *
   * In `NECTAR_BASE_URL`, an origin alone gets the path of the version.
   *
   * @default `NECTAR_BASE_URL`, or the URL of the version
   * @throws {NectarConfigError} when the URL is unsafe or its path belongs to another API version
   * @example "http://127.0.0.1:4010/v2.2"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Sends the requests, as `(url, init)` or, with middleware, `(request, init)`.
   *
   * @default the runtime's `fetch`
   * @throws {NectarConnectionError} when the function rejects and no retries are left
   * @example (input, init) => proxiedFetch(input, init)
   */
  readonly fetch?: Fetch | undefined;
  /**
   * Headers of every request, as Latin-1 text; `undefined` in the options of a call removes one.
   *
   * @default `User-Agent: nectar-sdk-client/<version>`, except in browsers
   * @throws {NectarConfigError} when HTTP cannot send a header; the message names it
   * @example { "X-Team": "carbon" }
   */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Milliseconds for one attempt, from sending the request to the last byte of the response.
   *
   * @default 60_000
   * @throws {NectarConfigError} when it is below 1
   * @example 10_000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds for a whole operation: all attempts, all waits, all pages of a list.
   *
   * @default none
   * @throws {NectarConfigError} when it is below 1
   * @example 5 * 60_000
   */
  readonly deadline?: number | undefined;
  /**
   * Number of retries; writes are retried only if repeating them is safe.
   *
   * @default 2
   * @throws {NectarConfigError} when it is below 0
   * @example 8
   */
  readonly maxRetries?: number | undefined;
  /**
   * Decompressed bytes that the client reads of a response, except raw streams.
   *
   * @default 67_108_864 (64 MB)
   * @throws {NectarConfigError} when it is below 1
   * @example 1024 * 1024
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Requests in flight at once, shared by a client and its copies; Nectar advises at most 10.
   *
   * @default 10
   * @throws {NectarConfigError} when it is below 1
   * @example 4
   */
  readonly maxConcurrency?: number | undefined;
  /**
   * Receives a `debug` entry for each attempt, and a `warn` entry for each retry and deprecation.
   *
   * @default none
   * @throws {unknown} what the logger throws
   * @example console
   */
  readonly logger?: Logger | undefined;
  /**
   * Functions that the client calls for each attempt: `onRequest`, `onResponse`, `onRetry`.
   *
   * @default none
   * @throws {unknown} what a hook throws, unchanged
   * @example { onRetry: ({ operation, wait }) => console.warn(operation, wait) }
   */
  readonly hooks?: CallHooks | undefined;
}
