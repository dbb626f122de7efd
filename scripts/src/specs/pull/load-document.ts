import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type JsonObject, makeVisible } from "@nectar-sdk/openapi/document";
import { messageOf } from "../../shared/command-line.ts";
import { VERSION_LIST, type Version } from "../../shared/versions.ts";
import { checkContract } from "./check-contract.ts";
import { checkOtherVersion } from "./check-other-version.ts";
import { dropExternalExamples } from "./drop-external-examples.ts";
import { fetchDocument } from "./fetch-document.ts";
import { documentUrl, type Origin, upstreamName } from "./origin.ts";
import { readBytes } from "./read-bytes.ts";
import { readDocument } from "./read-document.ts";

/** A document that a pull accepts. */
export interface LoadedDocument {
  /** URL or file that it comes from. */
  readonly source: string;
  readonly document: JsonObject;
  /** JSON pointers of examples that lie elsewhere and were dropped. */
  readonly dropped: readonly string[];
}

/**
 * Loads the document of a version.
 *
 * @throws {Error} one line with version, source, problem and fix
 */
export async function loadDocument(origin: Origin, version: Version, timeoutMs: number): Promise<LoadedDocument> {
  let source = origin.kind === "url" ? documentUrl(version, origin.base).href : origin.folder;
  try {
    if (origin.kind === "folder") source = await findFile(origin.folder, version);
    const bytes =
      origin.kind === "url"
        ? await fetchDocument(new URL(source), timeoutMs)
        : await readBytes(createReadStream(source));
    const { document, dropped } = dropExternalExamples(readDocument(bytes, basename(source)));
    checkContract(document);
    checkOtherVersion(document, version, VERSION_LIST.versions);
    return { source, document, dropped };
  } catch (cause) {
    throw new Error(makeVisible(`${version}: ${source}: ${messageOf(cause).replaceAll(/\s*\n\s*/g, " ")}`), { cause });
  }
}

/** Finds the document of a version in a copy of `specs`, or in a folder of files with their upstream names. */
async function findFile(folder: string, version: Version): Promise<string> {
  const names = [join(version, "openapi"), upstreamName(version)];
  const candidates = names.flatMap((name) => ["json", "yaml", "yml"].map((ending) => `${name}.${ending}`));
  const isFile = await Promise.all(
    candidates.map((candidate) =>
      stat(join(folder, candidate)).then(
        (stats) => stats.isFile(),
        () => false,
      ),
    ),
  );
  const [file, ...others] = candidates.filter((_, index) => isFile[index]);
  if (file === undefined) {
    const expected = `${version}/openapi.json or ${upstreamName(version)}.json`;
    throw new Error(`no document of this version: put ${expected} there (.yaml and .yml work, too)`);
  }
  if (others.length > 0) throw new Error(`found several documents: ${[file, ...others].join(", ")}; leave one`);
  return join(folder, file);
}
