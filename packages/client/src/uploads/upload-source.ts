/** A file to upload. A path works where there is a file system (Node, Bun, Deno). Everything is read whole before it is sent. */
export type UploadSource =
  | Blob
  | Uint8Array<ArrayBuffer>
  | ReadableStream<Uint8Array<ArrayBuffer>>
  | { readonly path: string };
