import type { ErrorContext } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { fileTypeOf, HEAD_LENGTH } from "./file-type.ts";
import { nameOf } from "./name-of.ts";
import type { UploadSource } from "./upload-source.ts";

/** 25 MB, in the larger of the two readings: what is above it fails in either. */
const LIMIT = 26_214_400;

const TOO_LARGE = "is larger than 25 MB";

type Bytes = Uint8Array<ArrayBuffer>;

/** Makes the error of a document that has a problem. */
type Refuse = (problem: string, context?: ErrorContext) => NectarValidationError;

/**
 * The file as it is sent, in memory, with its name and the type of its content. It is read once and whole: a file on disk that changes while
 * it is sent would end the process in Node 24.
 *
 * @param signal ends the reading
 * @throws {NectarValidationError} for a file that cannot be read, is empty, too large, or neither PDF nor PNG nor JPEG
 */
export async function prepareUpload(source: UploadSource, signal: AbortSignal): Promise<File> {
  const name = nameOf(source);
  const refuse: Refuse = (problem, context) =>
    new NectarValidationError(`${name ?? "the document"} ${problem}; nothing was sent`, context);
  const chunks: (Bytes | ArrayBuffer)[] = [];
  let size = 0;
  for await (const chunk of readSource(source, signal, refuse)) {
    size += chunk.byteLength;
    if (size > LIMIT) throw refuse(TOO_LARGE);
    chunks.push(chunk);
  }
  const blob = new Blob(chunks);
  const type = fileTypeOf(new Uint8Array(await blob.slice(0, HEAD_LENGTH).arrayBuffer()));
  if (type === undefined) throw refuse(size === 0 ? "is empty" : "is neither PDF nor PNG nor JPEG");
  // What a File is called is its name, slashes and all.
  const fileName = source instanceof File ? name : name?.replace(/^.*[/\\]/s, "");
  return new File([blob], fileName || `document.${type.extension}`, { type: type.mediaType });
}

async function* readSource(
  source: UploadSource,
  signal: AbortSignal,
  refuse: Refuse,
): AsyncGenerator<Bytes | ArrayBuffer, void, undefined> {
  if (source instanceof Uint8Array) return yield source;
  // Leaving the loop cancels the stream, and so does the signal. A stream that fails does so with its own error.
  if (source instanceof ReadableStream) return yield* source.pipeThrough(new TransformStream(), { signal });
  const isBlob = source instanceof Blob;
  if (isBlob && source.size > LIMIT) throw refuse(TOO_LARGE);
  if (!isBlob && typeof source?.path !== "string")
    throw refuse("must be a Blob, a File, a Uint8Array, a ReadableStream or { path }");
  try {
    if (isBlob) yield await source.arrayBuffer();
    else yield* await openFile(source.path, signal);
  } catch (cause) {
    throw refuse("cannot be read", { cause });
  }
}

async function openFile(path: string, signal: AbortSignal): Promise<AsyncIterable<Bytes>> {
  // Bundlers for browsers leave this import alone: its name is not a literal, and the comments tell those that would warn.
  const module = "node:fs";
  const fs: { createReadStream(path: string, options: object): AsyncIterable<Bytes> } = await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ module
  );
  return fs.createReadStream(path, { highWaterMark: 1_048_576, signal });
}
