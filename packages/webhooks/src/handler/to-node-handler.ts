import { WebhookVerificationError } from "../verify/webhook-verification-error.ts";

/** What is used of a request of `node:http`, so that its types need not be installed. */
export interface IncomingRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly readableDidRead: boolean;
  /** Where some platforms put the bytes aside. */
  readonly rawBody?: unknown;
  /** Where body parsers put what they make. */
  readonly body?: unknown;
}

/** What is used of a response of `node:http`. */
export interface OutgoingResponse {
  readonly writableFinished: boolean;
  once(event: "close", listener: () => void): unknown;
  writeHead(status: number, headers?: Record<string, string>): { end(body?: string): unknown };
}

/** What `node:http` and Express call. */
export type NodeHandler = (
  request: IncomingRequest,
  response: OutgoingResponse,
  next?: (error?: unknown) => void,
) => Promise<void>;

/**
 * Mounts a handler on `node:http`, Express and whatever else passes their requests. The body has to be raw: mount it before any body parser,
 * or after `express.raw()`; a `rawBody` that a platform has put aside is used as well.
 *
 * What the handler itself throws, as only a wrapped one may, goes to `next` where there is one and is answered with 500 otherwise.
 */
export function toNodeHandler(handler: (request: Request) => Promise<Response>): NodeHandler {
  return async (incoming, outgoing, next) => {
    try {
      const answer = await handler(toRequest(incoming, outgoing));
      await send(answer, outgoing);
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
  const init = { headers: headersOf(incoming), signal: gone.signal, duplex: "half" };
  // fetch knows neither a GET with a body nor a TRACE; both are refused for what they are.
  if (/^(GET|HEAD)$/.test(method)) return new Request(urlOf(incoming), { ...init, method });
  if (/^(CONNECT|TRACE|TRACK)$/.test(method)) return new Request(urlOf(incoming), { ...init, method: "OPTIONS" });
  return new Request(urlOf(incoming), { ...init, method, body: bodyOf(incoming) });
}

function urlOf({ url = "/", headers }: IncomingRequest): string {
  const { host = "localhost" } = headers;
  const absolute = `http://${host}${url}`;
  return URL.canParse(absolute) ? absolute : "http://localhost/";
}

function headersOf(incoming: IncomingRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // `:path` and the like of HTTP/2 are no headers to fetch.
    if (value !== undefined && !name.startsWith(":")) headers.set(name, String(value));
  }
  return headers;
}

/** The raw body, from wherever it is: put aside by a platform, not read yet, or read by `express.raw()`. */
function bodyOf(incoming: IncomingRequest): BodyInit {
  if (isRaw(incoming.rawBody)) return incoming.rawBody;
  // `body` is asked last, since on some platforms asking is what parses it.
  if (!incoming.readableDidRead) return streamOf(incoming);
  return isRaw(incoming.body) ? incoming.body : consumed();
}

function isRaw(value: unknown): value is Uint8Array<ArrayBuffer> | string {
  return typeof value === "string" || value instanceof Uint8Array;
}

/** The chunks as they come: when nobody wants more, nothing is read, and the connection stays whole for the answer. */
function streamOf(incoming: IncomingRequest): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else if (value instanceof Uint8Array) controller.enqueue(value);
      // After `setEncoding` nobody knows the bytes any more.
      else controller.error(bodyConsumed("do not call setEncoding on the request"));
    },
  });
}

/** A body that only says why it cannot be read, so that the handler answers and tells as it does for every other error. */
function consumed(): ReadableStream<Uint8Array> {
  const cure = 'mount this handler before express.json() and other body parsers, or after express.raw({ type: "*/*" })';
  return new ReadableStream({ start: (controller) => controller.error(bodyConsumed(cure)) });
}

async function send(answer: Response, outgoing: OutgoingResponse): Promise<void> {
  const body = await answer.text();
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
}

function bodyConsumed(cure: string): WebhookVerificationError {
  return new WebhookVerificationError("body-consumed", `the raw body is gone: ${cure}`);
}
