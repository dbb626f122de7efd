import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../../shared/command-line.ts";
import type { VersionList } from "../../shared/parse-versions.ts";
import { fetchDocument } from "./fetch-document.ts";
import type { Origin } from "./origin.ts";
import { readBytes } from "./read-bytes.ts";

/** A document that an index names. */
export interface NamedDocument {
  readonly name: string;
  /** What `specs/versions.yaml` says about it. */
  readonly known: "version" | "copy" | "unknown";
  /** The version of a known document. */
  readonly version: string | undefined;
}

/** Name of the index, in the folder of the documents or above it. */
const INDEX = "llms.txt";
/** A longer list would not be one of documents of one API. */
const MOST_DOCUMENTS = 50;
/** File names of OpenAPI documents; an index names them in links or in text. */
const DOCUMENT_NAME = /(?<![\w.-])openapi[\w.-]{0,60}?\.(?:json|ya?ml)(?![\w-]|\.\w)/gi;

/**
 * Reads the documentation's index and lists the OpenAPI documents that it names. It reads names alone, and requests no address of the index.
 *
 * @throws {Error} naming the index that is missing, too large, not text, or names too many documents
 */
export async function discover(origin: Origin, list: VersionList, timeoutMs: number): Promise<NamedDocument[]> {
  const { source, bytes } = await readIndex(origin, timeoutMs);
  try {
    return classifyNames(findDocumentNames(bytes), list);
  } catch (cause) {
    throw new Error(`${source}: ${messageOf(cause)}`, { cause });
  }
}

/** Finds the file names of OpenAPI documents in an index, each once, sorted. */
export function findDocumentNames(bytes: Uint8Array): string[] {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  const names = new Set([...text.matchAll(DOCUMENT_NAME)].map(([name]) => name));
  if (names.size > MOST_DOCUMENTS) {
    throw new Error(`names ${names.size} documents, more than ${MOST_DOCUMENTS}; check the address`);
  }
  return [...names].sort();
}

/** Compares names with `specs/versions.yaml`. */
function classifyNames(names: readonly string[], { versions, copies }: VersionList): NamedDocument[] {
  return names.map((name) => {
    const entry = versions.find(({ document }) => document.split("/").at(-1) === name);
    const copyOf = copies.get(name);
    if (entry !== undefined) return { name, known: "version", version: entry.version };
    return { name, known: copyOf === undefined ? "unknown" : "copy", version: copyOf };
  });
}

/** Describes a document in one line. */
export function describeDocument({ name, known, version }: NamedDocument): string {
  if (known === "version") return `${name}: ${version}`;
  if (known === "copy") return `${name}: an older copy of ${version}`;
  return `${name}: unknown; run \`pnpm specs:add-version\` if it is a version, or list it under copies in specs/versions.yaml`;
}

async function readIndex(origin: Origin, timeoutMs: number): Promise<{ source: string; bytes: Uint8Array }> {
  if (origin.kind === "folder") {
    const isFile = await stat(origin.folder).then(
      (stats) => stats.isFile(),
      () => false,
    );
    const source = isFile ? origin.folder : join(origin.folder, INDEX);
    const bytes = await readBytes(createReadStream(source)).catch((cause: unknown) => {
      throw new Error(`${source}: cannot be read; pass a copy of the index with --from (${messageOf(cause)})`, {
        cause,
      });
    });
    return { source, bytes };
  }
  const failures: string[] = [];
  for (const url of [new URL(INDEX, origin.base), new URL(`/${INDEX}`, origin.base)]) {
    try {
      return { source: url.href, bytes: await fetchDocument(url, timeoutMs) };
    } catch (cause) {
      failures.push(`${url.href}: ${messageOf(cause)}`);
    }
  }
  throw new Error(failures.join("\n"));
}
