import createClient, { type Client } from "openapi-fetch";
import type { CreateTransport, PreparedRequest, TransportInit, TransportResult } from "./transport.ts";

export type { Client, Middleware } from "openapi-fetch";

/** Paths of which only the client knows which there are. */
interface AnyPaths {
  [path: string]: {
    [method in "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace"]: {
      parameters: { path?: Record<string, unknown>; query?: Record<string, unknown> };
      requestBody?: { content: { "application/json": unknown } };
      responses: { 200: { content: { "application/json": unknown } } };
    };
  };
}

/** The one place that touches openapi-fetch, which is no longer maintained. */
export const createTransport: CreateTransport = (baseUrl) => {
  // A Request costs as much as all the rest of a call, and `fetch` makes another one of it. Only middleware has to see one.
  const light = createClient<AnyPaths>({ baseUrl, Request: new Proxy(Request, { construct: prepare }) });
  const full = createClient<AnyPaths>({ baseUrl });
  return (method, path, init) => {
    const client: Client<AnyPaths> = init.middleware.length === 0 ? light : full;
    const send: (path: string, init: TransportInit) => Promise<TransportResult> = client[method];
    return send(path, init);
  };
};

function prepare(
  _request: typeof Request,
  [url, init]: [string, RequestInit & { method: string; headers: Headers }],
): PreparedRequest {
  return { ...init, url };
}
