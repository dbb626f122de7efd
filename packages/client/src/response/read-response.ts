import { abandon } from "./cancel-body.ts";
import { readChunks } from "./read-chunks.ts";
import { readTextUpTo } from "./read-text.ts";

/** How an answer of success is read. Raw calls may be answered with nothing where JSON was promised, and read some bodies themselves. */
export type ReadAs = "json" | "text" | "blob" | "none" | "json-or-nothing" | "arrayBuffer" | "stream";

/** What an answer of success has to keep to, and the errors of one that does not. */
export interface ReadLimits {
  /** Bytes that are read of a body that is not handed on as a stream. */
  readonly maxBytes: number;
  readonly unexpected: (text: string) => Error;
  readonly tooLarge: () => Error;
}

/** Reads an answer of success. */
export async function readAnswer(
  response: Response,
  readAs: ReadAs,
  { maxBytes, unexpected, tooLarge }: ReadLimits,
): Promise<unknown> {
  if (readAs === "none" || response.status === 204) return abandon(response.body);
  if (readAs === "stream") return response.body;
  if (readAs === "blob" || readAs === "arrayBuffer") {
    const blob = await readBlob(response, maxBytes);
    if (blob === undefined) throw tooLarge();
    return readAs === "blob" ? blob : blob.arrayBuffer();
  }
  const { text, isCut, broken } = await readTextUpTo(response, maxBytes);
  if (broken) throw broken.cause;
  if (isCut) throw tooLarge();
  if (readAs === "text") return text;
  if (text === "" && readAs === "json-or-nothing") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(text);
  }
}

/** The whole body; `undefined` where it is too large. */
async function readBlob(response: Response, maxBytes: number): Promise<Blob | undefined> {
  if (!response.body) return response.blob();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const isWhole = await readChunks(response.body, maxBytes, (chunk) => chunks.push(chunk));
  return isWhole ? new Blob(chunks, { type: response.headers.get("content-type") ?? "" }) : undefined;
}
