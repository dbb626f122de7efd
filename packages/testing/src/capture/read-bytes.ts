/** Bytes of a body to read; the rest is not captured. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** The captured bytes of a body. */
export interface SeenBytes {
  readonly bytes: Uint8Array;
  /** Why bytes are missing; absent when the body is complete. */
  readonly cut?: string;
}

/** Collects chunks up to the limit. */
export class ByteCollector {
  readonly #chunks: Uint8Array[] = [];
  #size = 0;
  #cut: string | undefined;

  /** Returns whether there is room for more. */
  add(chunk: Uint8Array): boolean {
    const room = BODY_LIMIT - this.#size;
    if (chunk.byteLength > room) this.#cut = "it is larger than 8 MB";
    // Copied, because the reader may reuse or transfer the memory.
    this.#chunks.push(chunk.slice(0, room));
    this.#size += Math.min(chunk.byteLength, room);
    return this.#cut === undefined;
  }

  cut(why: string): void {
    this.#cut ??= why;
  }

  get seen(): SeenBytes {
    const bytes = new Uint8Array(this.#size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return this.#cut === undefined ? { bytes } : { bytes, cut: this.#cut };
  }
}

/** A stream that is being read to its end or to the limit. */
export interface BodyReading {
  /** Never rejects. */
  readonly done: Promise<SeenBytes>;
  /** Stops reading and keeps what was read. */
  stop(): void;
}

/** Reads one branch of a stream. Cancels it at the limit, so that the other branch does not buffer without end. */
export function readBytes(stream: ReadableStream<Uint8Array>): BodyReading {
  const reader = stream.getReader();
  const collector = new ByteCollector();
  const stop = (why: string): void => {
    collector.cut(why);
    reader.cancel().catch(() => {
      // A stream that failed has nothing to cancel.
    });
  };
  const read = async (): Promise<SeenBytes> => {
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        if (!collector.add(next.value)) stop("it is larger than 8 MB");
      }
    } catch {
      collector.cut("it was interrupted");
    }
    return collector.seen;
  };
  return { done: read(), stop: () => stop("it did not end") };
}
