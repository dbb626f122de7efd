import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { fileTypeOf, HEAD_LENGTH } from "./file-type.ts";
import type { UploadSource } from "./upload-source.ts";

/** 25 MB, in the larger of the two readings: what is above it fails in either. */
const LIMIT = 26_214_400;

/**
 * The file as it is sent, with its name and the type of its content.
 *
 * @throws {NectarValidationError} for a file that is empty, too large, or neither PDF nor PNG nor JPEG
 */
export async function prepareUpload(source: UploadSource): Promise<File> {
  const blob = await toBlob(source);
  const name = nameOf(source);
  const label = name ?? "the document";
  if (blob.size > LIMIT) throw tooLarge(label);
  const type = fileTypeOf(new Uint8Array(await blob.slice(0, HEAD_LENGTH).arrayBuffer()));
  if (type === undefined) {
    throw new NectarValidationError(
      `${label} ${blob.size === 0 ? "is empty" : "is neither PDF nor PNG nor JPEG"}; nothing was sent`,
    );
  }
  return new File([blob], name ?? `document.${type.extension}`, { type: type.mediaType });
}

async function toBlob(source: UploadSource): Promise<Blob> {
  if (source instanceof Blob) return source;
  if (source instanceof Uint8Array) return new Blob([source]);
  // A stream can be read only once, and 429 may ask to send it twice.
  if (source instanceof ReadableStream) return collect(source);
  return openFile(source.path);
}

/** A file on disk as a blob that is read while it is sent. */
async function openFile(path: string): Promise<Blob> {
  // Not a literal, so that bundlers for browsers leave it alone.
  const module = "node:fs";
  const fs: { openAsBlob(path: string): Promise<Blob> } = await import(module);
  try {
    return await fs.openAsBlob(path);
  } catch (cause) {
    throw new NectarValidationError(`${path} cannot be read; nothing was sent`, { cause });
  }
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > LIMIT) throw tooLarge("the document");
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

function nameOf(source: UploadSource): string | undefined {
  if (source instanceof File) return source.name;
  return "path" in source ? source.path.split(/[/\\]/).at(-1) : undefined;
}

function tooLarge(label: string): NectarValidationError {
  return new NectarValidationError(`${label} is larger than 25 MB; nothing was sent`);
}
