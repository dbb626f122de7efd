import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { fileTypeOf, HEAD_LENGTH } from "./file-type.ts";
import { nameOf } from "./name-of.ts";
import type { UploadSource } from "./upload-source.ts";

/** 25 MB, in the larger of the two readings: what is above it fails in either. */
const LIMIT = 26_214_400;

/**
 * The file as it is sent, with its name and the type of its content.
 *
 * @param signal ends the reading of a stream
 * @throws {NectarValidationError} for a file that cannot be read, is empty, too large, or neither PDF nor PNG nor JPEG
 */
export async function prepareUpload(source: UploadSource, signal: AbortSignal): Promise<File> {
  const name = nameOf(source);
  const label = name ?? "the document";
  const blob = await toBlob(source, signal);
  if (blob.size > LIMIT) throw tooLarge(label);
  const head = await readable(label, () => blob.slice(0, HEAD_LENGTH).arrayBuffer());
  const type = fileTypeOf(new Uint8Array(head));
  if (type === undefined) {
    throw new NectarValidationError(
      `${label} ${blob.size === 0 ? "is empty" : "is neither PDF nor PNG nor JPEG"}; nothing was sent`,
    );
  }
  // What a File is called is its name, slashes and all.
  const fileName = source instanceof File ? name : name?.replace(/^.*[/\\]/s, "");
  return new File([blob], fileName || `document.${type.extension}`, { type: type.mediaType });
}

async function toBlob(source: UploadSource, signal: AbortSignal): Promise<Blob> {
  if (source instanceof Blob) return source;
  if (source instanceof Uint8Array) return new Blob([source]);
  // A stream can be read only once, and 429 may ask to send it twice.
  if (source instanceof ReadableStream) return collect(source, signal);
  if (typeof source?.path === "string") return openFile(source.path);
  throw new NectarValidationError(
    "the document must be a Blob, a File, a Uint8Array, a ReadableStream or { path }; nothing was sent",
  );
}

/** A file on disk as a blob that is read while it is sent. */
function openFile(path: string): Promise<Blob> {
  return readable(path, async () => {
    // Not a literal, so that bundlers for browsers leave it alone.
    const module = "node:fs";
    const fs: { openAsBlob(path: string): Promise<Blob> } = await import(module);
    return fs.openAsBlob(path);
  });
}

async function readable<T>(label: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new NectarValidationError(`${label} cannot be read; nothing was sent`, { cause });
  }
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, and so does the signal.
  for await (const chunk of stream.pipeThrough(new TransformStream(), { signal })) {
    size += chunk.byteLength;
    if (size > LIMIT) throw tooLarge("the document");
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

function tooLarge(label: string): NectarValidationError {
  return new NectarValidationError(`${label} is larger than 25 MB; nothing was sent`);
}
