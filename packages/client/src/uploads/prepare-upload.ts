import { isNectarError } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { fileTypeOf, HEAD_LENGTH } from "./file-type.ts";
import { nameOf } from "./name-of.ts";
import type { UploadSource } from "./upload-source.ts";

/** 25 MB, in the larger of the two readings: what is above it fails in either. */
const LIMIT = 26_214_400;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The file as it is sent, in memory, with its name and the type of its content. It is read once and whole: a file on disk that changes while
 * it is sent would end the process in Node 24.
 *
 * @param signal ends the reading
 * @throws {NectarValidationError} for a file that cannot be read, is empty, too large, or neither PDF nor PNG nor JPEG
 */
export async function prepareUpload(source: UploadSource, signal: AbortSignal): Promise<File> {
  const name = nameOf(source);
  const label = name ?? "the document";
  const chunks = await readSource(source, label, signal);
  const blob = new Blob(chunks);
  if (blob.size > LIMIT) throw tooLarge(label);
  const head = new Uint8Array(await blob.slice(0, HEAD_LENGTH).arrayBuffer());
  const type = fileTypeOf(head);
  if (type === undefined) {
    throw new NectarValidationError(
      `${label} ${blob.size === 0 ? "is empty" : "is neither PDF nor PNG nor JPEG"}; nothing was sent`,
    );
  }
  // What a File is called is its name, slashes and all.
  const fileName = source instanceof File ? name : name?.replace(/^.*[/\\]/s, "");
  return new File([blob], fileName || `document.${type.extension}`, { type: type.mediaType });
}

async function readSource(source: UploadSource, label: string, signal: AbortSignal): Promise<(Bytes | ArrayBuffer)[]> {
  if (source instanceof Uint8Array) return [source];
  if (source instanceof Blob) {
    if (source.size > LIMIT) throw tooLarge(label);
    return [await readable(label, () => source.arrayBuffer())];
  }
  // Leaving the loop cancels the stream, and so does the signal.
  if (source instanceof ReadableStream) return collect(label, source.pipeThrough(new TransformStream(), { signal }));
  if (typeof source?.path === "string") return readable(label, () => readFile(source.path, signal));
  throw new NectarValidationError(
    "the document must be a Blob, a File, a Uint8Array, a ReadableStream or { path }; nothing was sent",
  );
}

async function readFile(path: string, signal: AbortSignal): Promise<Bytes[]> {
  // Bundlers for browsers leave this import alone: its name is not a literal, and the comments tell those that would warn.
  const module = "node:fs";
  const fs: { createReadStream(path: string, options: object): AsyncIterable<Bytes> } = await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ module
  );
  return collect(path, fs.createReadStream(path, { highWaterMark: 1_048_576, signal }));
}

async function readable<T>(label: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (isNectarError(cause)) throw cause;
    throw new NectarValidationError(`${label} cannot be read; nothing was sent`, { cause });
  }
}

async function collect(label: string, stream: AsyncIterable<Bytes>): Promise<Bytes[]> {
  const chunks: Bytes[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > LIMIT) throw tooLarge(label);
    chunks.push(chunk);
  }
  return chunks;
}

function tooLarge(label: string): NectarValidationError {
  return new NectarValidationError(`${label} is larger than 25 MB; nothing was sent`);
}
