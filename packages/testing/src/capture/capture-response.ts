import type { CheckedResponse } from "../check/exchange.ts";
import { toHeaderValues } from "./capture-request.ts";
import { parseBody } from "./parse-body.ts";
import { readBytes } from "./read-bytes.ts";

/** A response whose copy is being read. */
export interface ResponseCapture {
  /** Never rejects. */
  readonly done: Promise<CheckedResponse>;
  /** Ends the reading with what is there. */
  stop(): void;
}

/** Reads a copy of a response; the response itself stays as it is for the caller. */
export function captureResponse(response: Response): ResponseCapture {
  const { status } = response;
  const headers = toHeaderValues(response.headers);
  const branch = cloneBody(response);
  if (branch === null) return { done: Promise.resolve({ status, headers }), stop: () => undefined };
  if (branch === undefined) {
    const body = { omitted: "it had been read before" };
    return { done: Promise.resolve({ status, headers, body }), stop: () => undefined };
  }
  const { done, stop } = readBytes(branch);
  const read = async (): Promise<CheckedResponse> => {
    const body = parseBody(await done, headers["content-type"]);
    return { status, headers, ...(body === undefined ? {} : { body }) };
  };
  return { done: read(), stop };
}

/** `undefined` for a response that somebody has begun to read, which a `fetch` of one's own may return. */
function cloneBody(response: Response): ReadableStream<Uint8Array> | null | undefined {
  try {
    return response.clone().body;
  } catch {
    return undefined;
  }
}
