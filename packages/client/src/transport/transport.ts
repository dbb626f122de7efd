import type { OperationDefinition } from "../contract.ts";
import type { Middleware } from "./openapi-fetch.ts";

/** HTTP methods as `fetch` spells them. */
export type Method = OperationDefinition["method"];

/** A request that is ready to be sent: a `Request` where middleware has to see one, otherwise what `fetch` takes, with the URL. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}

/** What a transport makes a request of. All of it in openapi-fetch's terms. */
export type TransportInit = {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    /** On top of `headers`, by the same rules. */
    readonly header?: Readonly<Record<string, unknown>>;
  };
  /** `null` suppresses a header that the transport itself would add. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
  /** The body of a success is left to the caller, who decodes and checks it. */
  readonly parseAs: "stream";
  readonly pathSerializer: (template: string, values: Record<string, unknown>) => string;
  readonly querySerializer: (query: Readonly<Record<string, unknown>>) => string;
  readonly bodySerializer: (body: unknown, headers?: Headers) => unknown;
  readonly middleware: Middleware[];
  /** Sends the request; the transport itself touches no network. */
  readonly fetch: (request: PreparedRequest) => Promise<Response>;
};

/** How an exchange ended; `data` of success, `error` of failure. */
export interface TransportResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Makes a request of a path template and its parameters, runs middleware around it, and reads the body of a failure.
 * Everything else (key, retries, times, limits) is around it, so that it can be replaced.
 */
export type Transport = (method: Method, path: string, init: TransportInit) => Promise<TransportResult>;

/** Makes a transport for a base URL. */
export type CreateTransport = (baseUrl: string) => Transport;
