import { once } from "node:events";
import { Transform } from "node:stream";

/** Largest part of a request body to keep, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Passes a body through and keeps its start. */
export class BodyCopy extends Transform {
  /** Bytes of the whole body so far. */
  length = 0;
  readonly #chunks: Buffer[] = [];
  #kept = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    const part = chunk.subarray(0, BODY_LIMIT - this.#kept);
    if (part.length > 0) this.#chunks.push(part);
    this.#kept += part.length;
    this.length += chunk.length;
    done(null, chunk);
  }

  /** The first megabyte. */
  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** Reads the rest of a body, which no longer goes anywhere else. Rejects when the signal aborts. */
export async function drainBody(copy: BodyCopy, signal: AbortSignal): Promise<void> {
  if (copy.readableEnded) return;
  // A destination that closes later would pause the body for good.
  copy.unpipe();
  const ended = once(copy, "end", { signal });
  copy.resume();
  await ended;
}
