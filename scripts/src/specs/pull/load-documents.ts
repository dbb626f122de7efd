import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { messageOf } from "../../shared/command-line.ts";
import type { Version } from "../../shared/versions.ts";
import { checkContract } from "./check-contract.ts";
import { fetchDocument } from "./fetch-document.ts";
import { findFile } from "./find-file.ts";
import { documentUrl, type Origin } from "./origin.ts";
import { readDocument } from "./read-document.ts";
import { SIZE_LIMIT, TOO_LARGE } from "./size-limit.ts";

/** A document that may come into `specs/`. */
export interface LoadedDocument {
  readonly version: Version;
  /** URL or file that it comes from. */
  readonly source: string;
  readonly document: JsonObject;
}

export interface LoadOptions {
  /** Milliseconds for one attempt to fetch. */
  readonly timeout: number;
  /** Called while a document comes, with the bytes so far. */
  readonly onProgress: (version: Version, bytes: number) => void;
}

/**
 * Loads the documents one after the other, and stops at the first that is not good.
 *
 * @throws {Error} one line with version, source, what is wrong and what to do
 */
export async function loadDocuments(
  origin: Origin,
  versions: readonly Version[],
  options: LoadOptions,
): Promise<LoadedDocument[]> {
  const loaded: LoadedDocument[] = [];
  for (const version of versions) loaded.push(await loadDocument(origin, version, options));
  return loaded;
}

async function loadDocument(origin: Origin, version: Version, options: LoadOptions): Promise<LoadedDocument> {
  let source = origin.kind === "url" ? documentUrl(version, origin.base).href : origin.folder;
  try {
    if (origin.kind === "folder") source = await findFile(origin.folder, version);
    const onProgress = (bytes: number) => options.onProgress(version, bytes);
    const bytes =
      origin.kind === "url"
        ? await fetchDocument(new URL(source), { timeout: options.timeout, onProgress })
        : await readSmallFile(source);
    const document = readDocument(bytes, basename(source));
    checkContract(document);
    return { version, source, document };
  } catch (cause) {
    throw new Error(makeVisible(`${version}: ${source}: ${messageOf(cause).replaceAll(/\s*\n\s*/g, " ")}`), { cause });
  }
}

async function readSmallFile(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > SIZE_LIMIT) throw new Error(TOO_LARGE);
  return readFile(path);
}
