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
  readonly pathSerializer: (template: string, values: Record<string, unknown>) => string;
  readonly querySerializer: (query: Readonly<Record<string, unknown>>) => string;
  readonly bodySerializer: (body: unknown, headers?: Headers) => unknown;
  readonly middleware: Middleware[];
  /** Sends the request; the transport itself touches no network. */
  readonly fetch: (request: PreparedRequest) => Promise<Response>;
};

/**
 * Makes a request of a path template and its parameters, and runs middleware, guarded by `guardMiddleware`, around it. The body of the
 * response is not read.
 * Everything else (key, retries, times, limits, bodies) is around it, so that it can be replaced.
 */
export type Transport = (method: Method, path: string, init: TransportInit) => Promise<Response>;

/** Makes a transport for a base URL. */
export type CreateTransport = (baseUrl: string) => Transport;
