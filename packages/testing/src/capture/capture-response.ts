import type { CheckedResponse } from "../check/exchange.ts";
import { headersOf } from "./capture-request.ts";
import { bodyOfBytes } from "./parse-body.ts";
import { readBytes } from "./read-bytes.ts";

/** A response whose copy is being read. */
export interface ResponseCapture {
  /** Never rejects. */
  readonly done: Promise<CheckedResponse>;
  /** Ends the reading with what is there. */
  giveUp(): void;
}

/** Reads a copy of a response; the response itself stays as it is for the caller. */
export function captureResponse(response: Response): ResponseCapture {
  const { status } = response;
  const headers = headersOf(response.headers);
  const branch = copyOf(response);
  if (branch === null) return { done: Promise.resolve({ status, headers }), giveUp: () => undefined };
  if (branch === undefined) {
    const body = { omitted: "it had been read before" };
    return { done: Promise.resolve({ status, headers, body }), giveUp: () => undefined };
  }
  const { done, giveUp } = readBytes(branch);
  const read = async (): Promise<CheckedResponse> => {
    const body = bodyOfBytes(await done, headers["content-type"]);
    return { status, headers, ...(body === undefined ? {} : { body }) };
  };
  return { done: read(), giveUp };
}

/** `undefined` for a response that somebody has begun to read, which a `fetch` of one's own may return. */
function copyOf(response: Response): ReadableStream<Uint8Array> | null | undefined {
  try {
    return response.clone().body;
  } catch {
    return undefined;
  }
}
