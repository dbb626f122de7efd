import type { CapturedBody, CheckedRequest } from "../check/exchange.ts";
import { parseBody } from "./parse-body.ts";
import { isKeptFile, toFilePart } from "./parse-multipart.ts";
import { readBytes, type SeenBytes } from "./read-bytes.ts";
import { watchStream } from "./watch-stream.ts";

/** A `fetch` of any origin. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Arguments of a `fetch`, and the request that they make. */
export interface RequestCapture {
  /** What is passed on: the caller's own, apart from a stream, which can be read only once. */
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  /** The request as far as it has been sent. Never rejects. */
  read(): Promise<CheckedRequest>;
}

interface BodyCapture {
  readonly contentType?: string;
  /** Stands in for a stream. */
  readonly send?: ReadableStream<Uint8Array>;
  read(contentType: string | undefined): Promise<CapturedBody | undefined> | CapturedBody | undefined;
}

/** Looks at the arguments of a `fetch`. What `fetch` itself refuses is passed on as it is, for it to say so. */
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

/** Headers by their names in lower case. */
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
      // An upload that was answered before it was sent may never come to its end.
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
  // Copied at once: the caller may fill his buffer anew.
  if (body instanceof ArrayBuffer) return captureBytes(new Uint8Array(body.slice(0)));
  if (ArrayBuffer.isView(body))
    return captureBytes(new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice());
  if (typeof body === "string") return captureBytes(new TextEncoder().encode(body), "text/plain;charset=UTF-8");
  return { read: () => ({ omitted: "it is of a kind that only this fetch knows" }) };
}

function captureBytes(bytes: Uint8Array, contentType?: string): BodyCapture {
  const seen: SeenBytes = { bytes };
  return { ...(contentType === undefined ? {} : { contentType }), read: (type) => parseBody(seen, type) };
}

/** Parts of a form; large files are not read. */
async function captureForm(form: FormData): Promise<CapturedBody> {
  const parts = [...form].map(async ([name, value]) => {
    if (typeof value === "string") return { name, text: value };
    const bytes = isKeptFile(value.size) ? await readFileBytes(value) : undefined;
    return toFilePart(name, value.name, value.type, value.size, bytes);
  });
  return { parts: await Promise.all(parts) };
}

/** A file on disk may have gone in the meantime. */
async function readFileBytes(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
