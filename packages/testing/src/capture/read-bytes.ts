/** Bytes of a body that are looked at; the rest passes unseen. */
export const BODY_LIMIT: number = 8 * 1024 * 1024;

/** What was seen of a body. */
export interface SeenBytes {
  readonly bytes: Uint8Array;
  /** Why these are not all; absent when they are. */
  readonly cut?: string;
}

/** Chunks up to the limit. */
export class ByteCollector {
  readonly #chunks: Uint8Array[] = [];
  #size = 0;
  #cut: string | undefined;

  /** Whether there is room for more. */
  add(chunk: Uint8Array): boolean {
    const room = BODY_LIMIT - this.#size;
    if (chunk.byteLength > room) this.#cut = "it is larger than 8 MB";
    // Copied, because whoever reads the stream may reuse or transfer the memory.
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
  /** Ends the reading with what is there. */
  stop(): void;
}

/** Reads a branch of a stream that nobody else reads. Beyond the limit it is cancelled, so that the other branch does not pile up. */
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
      collector.cut("it broke off");
    }
    return collector.seen;
  };
  return { done: read(), stop: () => stop("it did not come to its end") };
}
