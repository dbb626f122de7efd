import type { ErrorContext } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { detectFileType, HEAD_LENGTH } from "./detect-file-type.ts";
import { getSourceName, type UploadSource } from "./upload-source.ts";

/** 25 MiB: a larger file exceeds 25 MB in either reading of the unit. */
const MAX_BYTES = 26_214_400;

const TOO_LARGE = "is larger than 25 MB";

type Bytes = Uint8Array<ArrayBuffer>;

/** Creates the error of an unacceptable document. */
type CreateError = (problem: string, context?: ErrorContext) => NectarValidationError;

/**
 * Reads a file whole into memory, and sets its name and the type of its content.
 *
 * Sending from disk is unsafe: Node 24 ends the process if the file changes during the upload.
 *
 * @param signal ends the reading
 * @throws {NectarValidationError} when the file is unreadable, empty, too large, or not PDF, PNG or JPEG
 */
export async function prepareUpload(source: UploadSource, signal: AbortSignal): Promise<File> {
  const name = getSourceName(source);
  const createError: CreateError = (problem, context) =>
    new NectarValidationError(`${name ?? "the document"} ${problem}; nothing was sent`, context);
  const chunks: (Bytes | ArrayBuffer)[] = [];
  let size = 0;
  for await (const chunk of readSource(source, signal, createError)) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw createError(TOO_LARGE);
    chunks.push(chunk);
  }
  const blob = new Blob(chunks);
  const type = detectFileType(new Uint8Array(await blob.slice(0, HEAD_LENGTH).arrayBuffer()));
  if (type === undefined) throw createError(size === 0 ? "is empty" : "is not PDF, PNG or JPEG");
  // Only a path is cut; the name of a File may contain slashes.
  const fileName = source instanceof File ? name : name?.replace(/^.*[/\\]/s, "");
  return new File([blob], fileName || `document.${type.extension}`, { type: type.mediaType });
}

async function* readSource(
  source: UploadSource,
  signal: AbortSignal,
  createError: CreateError,
): AsyncGenerator<Bytes | ArrayBuffer, void, undefined> {
  if (source instanceof Uint8Array) return yield source;
  // Breaking out of the loop or aborting the signal cancels the stream. A failing stream throws its own error.
  if (source instanceof ReadableStream) return yield* source.pipeThrough(new TransformStream(), { signal });
  const isBlob = source instanceof Blob;
  if (isBlob && source.size > MAX_BYTES) throw createError(TOO_LARGE);
  if (!isBlob && typeof source?.path !== "string")
    throw createError("must be a Blob, a File, a Uint8Array, a ReadableStream or { path }");
  try {
    if (isBlob) yield await source.arrayBuffer();
    else yield* openFile(source.path, signal);
  } catch (cause) {
    throw createError("cannot be read", { cause });
  }
}

/** Node's modules as Node, Bun and Deno hand them out: an import would fail in Jest, and bundlers for browsers would look for it. */
declare const process: { getBuiltinModule(name: "node:fs"): FileSystem };

interface FileSystem {
  createReadStream(path: string, options: object): AsyncIterable<Bytes>;
}

function openFile(path: string, signal: AbortSignal): AsyncIterable<Bytes> {
  return process.getBuiltinModule("node:fs").createReadStream(path, { highWaterMark: 1_048_576, signal });
}
