/** The largest document that is read, in bytes. That of v2.2 has about 0.2 MB. */
export const SIZE_LIMIT: number = 20 * 1024 * 1024;

/** A document that cannot be loaded. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  /** Whether another attempt may succeed. */
  readonly isTransient: boolean;

  constructor(message: string, isTransient: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isTransient = isTransient;
  }
}

/**
 * Reads a file or a response body to its end.
 *
 * @throws {DocumentError} if it is larger than {@link SIZE_LIMIT}
 */
export async function readBytes(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // An exception in the loop closes the stream.
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > SIZE_LIMIT) {
      const limit = `${SIZE_LIMIT / 1024 / 1024} MB`;
      throw new DocumentError(`is larger than ${limit}, so it is not a document of this API; check the address`, false);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
