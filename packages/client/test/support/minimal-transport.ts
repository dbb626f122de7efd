import type { Middleware } from "../../src/transport/openapi-fetch.ts";
import type { CreateTransport, TransportInit, TransportResult } from "../../src/transport/transport.ts";

type OnRequest = NonNullable<Middleware["onRequest"]>;
type Exchange = Parameters<OnRequest>[0];

/** A transport without openapi-fetch: the proof that the seam holds, and a start for whoever has to replace it. */
export const createTransport: CreateTransport =
  (baseUrl) =>
  async (method, path, { baseUrl: otherBaseUrl, ...init }: TransportInit & { readonly baseUrl?: string }) => {
    const url = urlOf((otherBaseUrl ?? baseUrl).replace(/\/$/, ""), path, init);
    const body = init.body === undefined ? undefined : init.bodySerializer(init.body);
    const headers = new Headers({ ...init.headers });
    if (body !== undefined && !(body instanceof FormData) && !headers.has("content-type")) {
      headers.set("content-type", "application/json");
    }
    const prepared = { ...init, url, method, headers, body: isBody(body) ? body : null };
    if (init.middleware.length === 0) return read(await init.fetch(prepared));
    const request = new Request(url, prepared);
    const exchange: Exchange = {
      request,
      schemaPath: path,
      params: init.params,
      id: crypto.randomUUID(),
      options: {
        baseUrl,
        parseAs: init.parseAs,
        querySerializer: init.querySerializer,
        bodySerializer: init.bodySerializer,
        pathSerializer: init.pathSerializer,
        fetch: (input) => init.fetch(input instanceof Request ? input : new Request(input)),
      },
    };
    return read(await send(exchange, init));
  };

function urlOf(baseUrl: string, path: string, { params, pathSerializer, querySerializer }: TransportInit): string {
  const query = querySerializer(params.query);
  return `${pathSerializer(`${baseUrl}${path}`, params.path)}${query && "?"}${query}`;
}

/** What a serializer makes is what `fetch` takes; openapi-fetch's types leave that open. */
function isBody(body: unknown): body is BodyInit {
  return body !== undefined;
}

/** Runs middleware around the request: first come, first to see the request, and last to see what became of it. */
async function send(exchange: Exchange, { middleware, fetch }: TransportInit): Promise<Response> {
  const inward = [...middleware];
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

async function read(response: Response): Promise<TransportResult> {
  if (response.ok) return { data: response.body, response };
  const text = await response.text();
  if (text === "") return { error: undefined, response };
  try {
    return { error: JSON.parse(text), response };
  } catch {
    return { error: text, response };
  }
}
