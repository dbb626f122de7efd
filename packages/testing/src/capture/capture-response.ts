import type { CheckedResponse } from "../check/exchange.ts";
import { toHeaderValues } from "./capture-request.ts";
import { parseBody } from "./parse-body.ts";
import { readBytes } from "./read-bytes.ts";

/** A response that is being captured. */
export interface ResponseCapture {
  /** Never rejects. */
  readonly done: Promise<CheckedResponse>;
  /** Stops reading and keeps what was read. */
  stop(): void;
}

/** Reads a copy of a response; the caller still gets the unread response. */
export function captureResponse(response: Response): ResponseCapture {
  const { status } = response;
  const headers = toHeaderValues(response.headers);
  const branch = cloneBody(response);
  if (branch === null) return { done: Promise.resolve({ status, headers }), stop: () => undefined };
  if (branch === undefined) {
    const body = { omitted: "it had already been read" };
    return { done: Promise.resolve({ status, headers, body }), stop: () => undefined };
  }
  const { done, stop } = readBytes(branch);
  const read = async (): Promise<CheckedResponse> => {
    const body = parseBody(await done, headers["content-type"]);
    return { status, headers, ...(body === undefined ? {} : { body }) };
  };
  return { done: read(), stop };
}

/** `undefined` when the body is already being read, which a custom `fetch` may do. */
function cloneBody(response: Response): ReadableStream<Uint8Array> | null | undefined {
  try {
    return response.clone().body;
  } catch {
    return undefined;
  }
}
