import { cancelBody } from "./cancel-body.ts";

/**
 * Passes on the first `limit` decompressed bytes of a body as they arrive, and cancels the rest.
 *
 * @returns whether that was the whole body
 */
export async function readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
  take: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  const reader = body.getReader();
  for (let left = limit; ; ) {
    const { done, value } = await reader.read();
    if (done) return true;
    const isTooLong = value.byteLength > left;
    take(isTooLong ? value.subarray(0, left) : value);
    if (isTooLong) {
      cancelBody(reader);
      return false;
    }
    left -= value.byteLength;
  }
}
