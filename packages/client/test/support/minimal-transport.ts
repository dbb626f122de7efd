import { guardMiddleware } from "../../src/transport/guard-middleware.ts";
import type { Middleware } from "../../src/transport/openapi-fetch.ts";
import type { CreateTransport, TransportInit } from "../../src/transport/transport.ts";

type OnRequest = NonNullable<Middleware["onRequest"]>;
type Exchange = Parameters<OnRequest>[0];

/** A transport without openapi-fetch. It proves that the seam works, and is a start for a replacement. */
export const createTransport: CreateTransport =
  (baseUrl) =>
  async (method, path, { baseUrl: otherBaseUrl, ...init }: TransportInit & { readonly baseUrl?: string }) => {
    const url = toUrl((otherBaseUrl ?? baseUrl).replace(/\/$/, ""), path, init);
    const body = init.body === undefined ? undefined : init.bodySerializer(init.body, toHeaders({}, init));
    const isJson = body !== undefined && !(body instanceof FormData);
    const headers = toHeaders(isJson ? { "content-type": "application/json" } : {}, init);
    const prepared = { ...init, url, method, headers, body: isBody(body) ? body : null };
    if (init.middleware.length === 0) return init.fetch(prepared);
    const request = new Request(url, prepared);
    const exchange: Exchange = {
      request,
      schemaPath: path,
      params: init.params,
      id: crypto.randomUUID(),
      options: {
        baseUrl,
        parseAs: "stream",
        querySerializer: init.querySerializer,
        bodySerializer: init.bodySerializer,
        pathSerializer: init.pathSerializer,
        fetch: (input) => init.fetch(input instanceof Request ? input : new Request(input)),
      },
    };
    return send(exchange, init);
  };

function toUrl(baseUrl: string, path: string, { params, pathSerializer, querySerializer }: TransportInit): string {
  const query = querySerializer(params.query);
  return `${pathSerializer(`${baseUrl}${path}`, params.path)}${query && "?"}${query}`;
}

/** Merges headers into defaults; `null` removes one, and `undefined` changes nothing. */
function toHeaders(defaults: Readonly<Record<string, string>>, { headers, params }: TransportInit): Headers {
  const merged = new Headers(defaults);
  for (const [name, value] of [...Object.entries(headers), ...Object.entries(params.header ?? {})]) {
    if (value === null) merged.delete(name);
    else if (Array.isArray(value)) for (const item of value) merged.append(name, String(item));
    else if (value !== undefined) merged.set(name, String(value));
  }
  return merged;
}

/** Serializers return bodies for `fetch`; openapi-fetch's types leave that open. */
function isBody(body: unknown): body is BodyInit {
  return body !== undefined;
}

/** Runs middleware around the request: the first one sees the request first and the response last. */
async function send(exchange: Exchange, { middleware, fetch }: TransportInit): Promise<Response> {
  const inward = middleware.map((one) => guardMiddleware(one, (response) => response));
  const outward = inward.toReversed();
  let current = exchange;
  for (const one of inward) {
    const changed = await one.onRequest?.(current);
    if (changed instanceof Response) return changed;
    if (changed) current = { ...current, request: changed };
  }
  let response = await fetch(current.request).catch((error: unknown) => recover(error, current, outward));
  for (const one of outward) response = (await one.onResponse?.({ ...current, response })) ?? response;
  return response;
}

async function recover(error: unknown, exchange: Exchange, outward: readonly Middleware[]): Promise<Response> {
  let latest = error;
  for (const one of outward) {
    const changed = await one.onError?.({ ...exchange, error: latest });
    if (changed instanceof Response) return changed;
    latest = changed ?? latest;
  }
  throw latest;
}
