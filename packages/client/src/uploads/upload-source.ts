/** Bytes of an unshared buffer. TypeScript before 5.7 lacks `Uint8Array<ArrayBuffer>`, so the constructor provides the type. */
export type UploadBytes = ReturnType<typeof Uint8Array.from>;

/** A file to upload, which the client reads whole before sending. A path needs a file system (Node, Bun, Deno). */
export type UploadSource = Blob | UploadBytes | ReadableStream<UploadBytes> | { readonly path: string };

/** Returns the name or path of a file; `undefined` for bytes without either. */
export function getSourceName(source: UploadSource): string | undefined {
  if (source instanceof File) return source.name;
  const path: unknown = Object(source).path;
  return typeof path === "string" ? path : undefined;
}
