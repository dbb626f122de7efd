import { createConsumedError } from "../verify/read-body.ts";

/** The part of a `node:http` request that is used here, so that the types of Node are not needed. */
export interface IncomingRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly readableDidRead: boolean;
  /** The raw bytes, on some platforms. */
  readonly rawBody?: unknown;
  /** The result of a body parser. */
  readonly body?: unknown;
}

/** The part of a `node:http` response that is used here. */
export interface OutgoingResponse {
  readonly writableFinished: boolean;
  once(event: "close", listener: () => void): unknown;
  writeHead(status: number, headers?: Record<string, string>): { end(body?: string): unknown };
}

/** A request listener of `node:http` or Express. */
export type NodeHandler = (
  request: IncomingRequest,
  response: OutgoingResponse,
  next?: (error?: unknown) => void,
) => Promise<void>;

/**
 * Mounts a handler on `node:http`, Express, and frameworks that pass their requests. It needs the raw body: mount it before any body parser or
 * after `express.raw()`. A `rawBody` of the platform works too.
 *
 * An error of a wrapped handler goes to `next`, or results in a 500 without `next`.
 */
export function toNodeHandler(handler: (request: Request) => Promise<Response>): NodeHandler {
  return async (incoming, outgoing, next) => {
    try {
      await send(await handler(toRequest(incoming, outgoing)), outgoing);
    } catch (error) {
      if (next === undefined) outgoing.writeHead(500).end();
      else next(error);
    }
  };
}

function toRequest(incoming: IncomingRequest, outgoing: OutgoingResponse): Request {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const { method = "GET" } = incoming;
  const init = { headers: toHeaders(incoming), signal: gone.signal, duplex: "half" };
  // fetch allows neither a GET with a body nor a TRACE; the handler refuses both by their method.
  if (/^(GET|HEAD)$/.test(method)) return new Request(toUrl(incoming), { ...init, method });
  if (/^(CONNECT|TRACE|TRACK)$/.test(method)) return new Request(toUrl(incoming), { ...init, method: "OPTIONS" });
  return new Request(toUrl(incoming), { ...init, method, body: toBody(incoming) });
}

function toUrl({ url = "/", headers }: IncomingRequest): string {
  const { host = "localhost" } = headers;
  const absolute = `http://${host}${url}`;
  return URL.canParse(absolute) ? absolute : "http://localhost/";
}

function toHeaders(incoming: IncomingRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // fetch rejects `:path` and the other pseudo-headers of HTTP/2.
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  }
  return headers;
}

/** The raw body: kept by the platform, not read yet, or read by `express.raw()`. */
function toBody(incoming: IncomingRequest): BodyInit {
  if (isRaw(incoming.rawBody)) return incoming.rawBody;
  // `body` comes last: on some platforms its getter parses the body.
  if (!incoming.readableDidRead) return toStream(incoming);
  return isRaw(incoming.body) ? incoming.body : createConsumedBody();
}

function isRaw(value: unknown): value is Uint8Array<ArrayBuffer> | string {
  return typeof value === "string" || value instanceof Uint8Array;
}

/** Reads chunks on demand, so that the connection can still send a response when the handler stops reading. */
function toStream(incoming: IncomingRequest): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else if (value instanceof Uint8Array) controller.enqueue(value);
      // After `setEncoding` the chunks are strings, and the bytes are lost.
      else controller.error(createConsumedError("do not call setEncoding on the request"));
    },
  });
}

/** A body that fails when it is read, so that the handler treats it like any other error. */
function createConsumedBody(): ReadableStream<Uint8Array> {
  const fix = 'mount this handler before express.json() and other body parsers, or after express.raw({ type: "*/*" })';
  return new ReadableStream({ start: (controller) => controller.error(createConsumedError(fix)) });
}

async function send(response: Response, outgoing: OutgoingResponse): Promise<void> {
  const body = await response.text();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
}
