import { cancelBody } from "./cancel-body.ts";
import { readChunks } from "./read-chunks.ts";
import { readTextUpTo } from "./read-text.ts";

/** How to read a successful response. Raw calls accept an empty body in place of JSON, and read streams themselves. */
export type ReadAs = "json" | "text" | "blob" | "none" | "json-or-nothing" | "arrayBuffer" | "stream";

/** The limits of a successful response, and the errors of one that exceeds them. */
export interface ReadLimits {
  /** Bytes to read of a body, unless it is passed on as a stream. */
  readonly maxBytes: number;
  readonly createUnexpectedError: (text: string) => Error;
  readonly createTooLargeError: () => Error;
}

/** Reads the body of a successful response. */
export async function readResponse(
  response: Response,
  readAs: ReadAs,
  { maxBytes, createUnexpectedError, createTooLargeError }: ReadLimits,
): Promise<unknown> {
  if (readAs === "none" || response.status === 204) return cancelBody(response.body);
  if (readAs === "stream") return response.body;
  if (readAs === "blob" || readAs === "arrayBuffer") {
    const blob = await readBlob(response, maxBytes);
    if (blob === undefined) throw createTooLargeError();
    return readAs === "blob" ? blob : blob.arrayBuffer();
  }
  const { text, isCut, broken } = await readTextUpTo(response, maxBytes);
  if (broken) throw broken.cause;
  if (isCut) throw createTooLargeError();
  if (readAs === "text") return text;
  if (text === "" && readAs === "json-or-nothing") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw createUnexpectedError(text);
  }
}

/** Reads the whole body; `undefined` if it is too large. */
async function readBlob(response: Response, maxBytes: number): Promise<Blob | undefined> {
  if (!response.body) return response.blob();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const isWhole = await readChunks(response.body, maxBytes, (chunk) => chunks.push(chunk));
  return isWhole ? new Blob(chunks, { type: response.headers.get("content-type") ?? "" }) : undefined;
}
