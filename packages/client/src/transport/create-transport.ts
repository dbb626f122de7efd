import { guardMiddleware } from "./guard-middleware.ts";
import { type Client, createClient } from "./openapi-fetch.ts";
import type { CreateTransport, PreparedRequest, TransportInit } from "./transport.ts";

/** Paths in general: only the API version knows which exist. */
interface AnyPaths {
  [path: string]: {
    [method in "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace"]: {
      parameters: { path?: Record<string, unknown>; query?: Record<string, unknown> };
      requestBody?: { content: { "application/json": unknown } };
      responses: { 200: { content: { "application/json": unknown } } };
    };
  };
}

/** Creates a transport that builds requests with openapi-fetch. */
export const createTransport: CreateTransport = (baseUrl) => {
  // A Request costs as much as the rest of a call, and `fetch` copies it. Only middleware needs one.
  const light = createClient<AnyPaths>({ baseUrl, Request: new Proxy(Request, { construct: prepareRequest }) });
  const full = createClient<AnyPaths>({ baseUrl });
  return async (method, path, init) => {
    let failure: Response | undefined;
    // openapi-fetch reads the whole text of a failure, so it gets an empty response instead.
    const replaceFailure = (response: Response): Response => {
      if (response.ok) return response;
      failure = response;
      return new Response(null, { status: 204 });
    };
    const client: Client<AnyPaths> = init.middleware.length === 0 ? light : full;
    const send: (path: string, init: OpenapiFetchInit) => Promise<{ readonly response: Response }> = client[method];
    const { response } = await send(path, {
      ...init,
      // Leaves the body of a success unread.
      parseAs: "stream",
      // The first middleware sees the response last.
      middleware: [
        { onResponse: (event) => replaceFailure(event.response) },
        ...init.middleware.map((one) => guardMiddleware(one, replaceFailure)),
      ],
    });
    return failure ?? response;
  };
};

type OpenapiFetchInit = TransportInit & { readonly parseAs: "stream" };

function prepareRequest(
  _request: typeof Request,
  [url, init]: [string, RequestInit & { method: string; headers: Headers }],
): PreparedRequest {
  return { ...init, url };
}
