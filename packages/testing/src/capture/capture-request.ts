import type { CapturedBody, CheckedRequest } from "../check/exchange.ts";
import { parseBody } from "./parse-body.ts";
import { isKeptFile, toFilePart } from "./parse-multipart.ts";
import { readBytes, type SeenBytes } from "./read-bytes.ts";
import { watchStream } from "./watch-stream.ts";

/** Any `fetch` implementation. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Arguments of a `fetch` call, and the request that they describe. */
export interface RequestCapture {
  /** Passed on to `fetch`: the caller's input. Only a stream is replaced, because it can be read once. */
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  /** Reads the part of the request that was sent. Never rejects. */
  read(): Promise<CheckedRequest>;
}

interface BodyCapture {
  readonly contentType?: string;
  /** Replaces the stream of the caller. */
  readonly send?: ReadableStream<Uint8Array>;
  read(contentType: string | undefined): Promise<CapturedBody | undefined> | CapturedBody | undefined;
}

/** Captures the arguments of a `fetch` call. Passes invalid arguments on, so that `fetch` rejects them. */
export function captureRequest(input: string | URL | Request, init: RequestInit | undefined): RequestCapture {
  const request = input instanceof Request ? input : undefined;
  const headers = toHeaderValues(init?.headers ?? request?.headers);
  const body = captureBody(request, init);
  const contentType = headers["content-type"] ?? body.contentType;
  const head = {
    method: init?.method ?? request?.method ?? "GET",
    url: request?.url ?? String(input),
    headers: contentType === undefined ? headers : { ...headers, "content-type": contentType },
  };
  return {
    input,
    init: body.send === undefined ? init : { ...init, body: body.send },
    async read() {
      const captured = await body.read(contentType);
      return captured === undefined ? head : { ...head, body: captured };
    },
  };
}

/** Converts headers to an object with lower-case names; empty when they are invalid. */
export function toHeaderValues(headers: RequestInit["headers"]): Record<string, string> {
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    return {};
  }
}

function captureBody(request: Request | undefined, init: RequestInit | undefined): BodyCapture {
  const body = init?.body ?? undefined;
  if (body !== undefined) return captureInitBody(body);
  if (request === undefined || request.body === null || request.bodyUsed) return { read: () => undefined };
  const { body: branch } = request.clone();
  if (branch === null) return { read: () => undefined };
  const { done, stop } = readBytes(branch);
  return {
    read: (contentType) => {
      // An upload may never end when the server responds early.
      setImmediate(stop);
      return done.then((seen) => parseBody(seen, contentType));
    },
  };
}

function captureInitBody(body: NonNullable<RequestInit["body"]>): BodyCapture {
  if (body instanceof FormData) return { contentType: "multipart/form-data", read: () => captureForm(body) };
  if (body instanceof URLSearchParams)
    return captureBytes(new TextEncoder().encode(`${body}`), "application/x-www-form-urlencoded;charset=UTF-8");
  if (body instanceof Blob) {
    const type = body.type === "" ? {} : { contentType: body.type };
    return { ...type, read: async (contentType) => parseBody(await readBytes(body.stream()).done, contentType) };
  }
  if (body instanceof ReadableStream) {
    const { stream, seen } = watchStream(body);
    return { send: stream, read: (contentType) => parseBody(seen(), contentType) };
  }
  // Copied at once: the caller may reuse the buffer.
  if (body instanceof ArrayBuffer) return captureBytes(new Uint8Array(body.slice(0)));
  if (ArrayBuffer.isView(body))
    return captureBytes(new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice());
  if (typeof body === "string") return captureBytes(new TextEncoder().encode(body), "text/plain;charset=UTF-8");
  return { read: () => ({ omitted: "its type is unknown to the recorder" }) };
}

function captureBytes(bytes: Uint8Array, contentType?: string): BodyCapture {
  const seen: SeenBytes = { bytes };
  return { ...(contentType === undefined ? {} : { contentType }), read: (type) => parseBody(seen, type) };
}

/** Captures the parts of a form; does not read large files. */
async function captureForm(form: FormData): Promise<CapturedBody> {
  const parts = [...form].map(async ([name, value]) => {
    if (typeof value === "string") return { name, text: value };
    const bytes = isKeptFile(value.size) ? await readFileBytes(value) : undefined;
    return toFilePart(name, value.name, value.type, value.size, bytes);
  });
  return { parts: await Promise.all(parts) };
}

/** A file on disk may be gone by now. */
async function readFileBytes(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
