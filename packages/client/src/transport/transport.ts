import type { OperationDefinition } from "../contract.ts";
import type { Middleware } from "./openapi-fetch.ts";

/** HTTP methods as `fetch` spells them. */
export type Method = OperationDefinition["method"];

/** A request ready to be sent: a `Request` if there is middleware, otherwise the arguments of `fetch`. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}

/** Input from which a transport builds a request, in the terms of openapi-fetch. */
export type TransportInit = {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    /** Merged into `headers`, by the same rules. */
    readonly header?: Readonly<Record<string, unknown>>;
  };
  /** `null` suppresses a header that the transport would add. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
  readonly pathSerializer: (template: string, values: Record<string, unknown>) => string;
  readonly querySerializer: (query: Readonly<Record<string, unknown>>) => string;
  readonly bodySerializer: (body: unknown, headers?: Headers) => unknown;
  readonly middleware: Middleware[];
  /** Sends the request; the transport itself never touches the network. */
  readonly fetch: (request: PreparedRequest) => Promise<Response>;
};

/**
 * Builds a request from a path template and its parameters, and runs middleware around it, guarded by `guardMiddleware`.
 *
 * It does not read the body of the response. Keys, retries, timeouts, limits and bodies are handled outside, so a transport is easy to replace.
 */
export type Transport = (method: Method, path: string, init: TransportInit) => Promise<Response>;

/** Creates a transport for a base URL. */
export type CreateTransport = (baseUrl: string) => Transport;
