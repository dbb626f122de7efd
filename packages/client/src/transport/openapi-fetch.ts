import createClient, { type Client } from "openapi-fetch";
import { guardMiddleware } from "./guard-middleware.ts";
import type { CreateTransport, PreparedRequest, TransportInit } from "./transport.ts";

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
  return async (method, path, init) => {
    let failure: Response | undefined;
    // openapi-fetch reads the whole text of a failure, so it gets an empty response in its place.
    const standIn = (response: Response): Response => {
      if (response.ok) return response;
      failure = response;
      return new Response(null, { status: 204 });
    };
    const client: Client<AnyPaths> = init.middleware.length === 0 ? light : full;
    const send: (path: string, init: OpenapiFetchInit) => Promise<{ readonly response: Response }> = client[method];
    const { response } = await send(path, {
      ...init,
      // Leaves the body of a success alone.
      parseAs: "stream",
      // The first one sees the response last.
      middleware: [
        { onResponse: (event) => standIn(event.response) },
        ...init.middleware.map((one) => guardMiddleware(one, standIn)),
      ],
    });
    return failure ?? response;
  };
};

type OpenapiFetchInit = TransportInit & { readonly parseAs: "stream" };

function prepare(
  _request: typeof Request,
  [url, init]: [string, RequestInit & { method: string; headers: Headers }],
): PreparedRequest {
  return { ...init, url };
}
