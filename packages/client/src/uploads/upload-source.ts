/** Bytes in memory of their own. TypeScript before 5.7 knows no `Uint8Array<ArrayBuffer>`, so the type is asked of the constructor. */
type Bytes = ReturnType<typeof Uint8Array.from>;

/** A file to upload. A path works where there is a file system (Node, Bun, Deno). Everything is read whole before it is sent. */
export type UploadSource = Blob | Bytes | ReadableStream<Bytes> | { readonly path: string };
