import type { ApiKey } from "./api-key.ts";
import type { CallHooks } from "./hooks.ts";
import type { Logger } from "./logger.ts";

/**
 * Sends a request: `fetch` of the runtime, or anything that takes its place. It gets a URL, or a `Request` where there is middleware; the
 * second argument counts in any case: headers with the API key, the signal, and that no redirect is to be followed.
 */
export type Fetch = (input: string | Request, init: RequestInit) => Promise<Response>;

/** Options of a client. Durations are milliseconds. */
export interface NectarClientOptions {
  /**
   * API key, or a function that gives it at each attempt. Sent in the header of the API version, to the origin of `baseUrl` only.
   *
   * @default the environment variable `NECTAR_API_KEY`
   */
  readonly apiKey?: ApiKey | undefined;
  /**
   * Where the API is: `https:`, or `http:` on a loopback host. A path that is that of another API version is refused.
   *
   * @default the environment variable `NECTAR_BASE_URL`, where an origin alone gets the path of the version, or the base URL of the version
   * @throws {NectarConfigError} when it cannot work
   */
  readonly baseUrl?: string | undefined;
  /** @default the runtime's `fetch` */
  readonly fetch?: Fetch | undefined;
  /**
   * Headers of every request: Latin-1 text without line breaks.
   *
   * @default `User-Agent: nectar-sdk-client/<version>` outside of browsers
   * @throws {NectarConfigError} that names a header that cannot be sent
   */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Time for one attempt, from sending the request to the last byte of the answer.
   *
   * @default 60000
   */
  readonly timeout?: number | undefined;
  /**
   * Time for a whole operation: all attempts, all waits, all pages of a list.
   *
   * @default none; a single wait for a retry is then limited to one minute
   */
  readonly deadline?: number | undefined;
  /**
   * How often an attempt that failed is repeated: reads after 408, 429, 500, 502, 503, 504 and lost connections, writes only where they do no
   * harm twice, a POST or PATCH only after 429.
   *
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Bytes of a response that are read, once it is decompressed; a longer one fails the call with a {@link ResponseTooLargeError}. Streams of
   * raw calls are not counted.
   *
   * @default 67108864, which is 64 MB
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * How many requests may be under way at once, over all calls of the client and its copies. Nectar advises at most 10.
   *
   * @default 10
   */
  readonly maxConcurrency?: number | undefined;
  /** Told of each attempt (`debug`), each wait for a retry (`warn`) and each deprecated operation (`warn`, once). Never sees the key. */
  readonly logger?: Logger | undefined;
  /** Functions that see each attempt. */
  readonly hooks?: CallHooks | undefined;
}
