import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject, keepKnownSections } from "@nectar-sdk/openapi/document";
import { parseJson } from "../shared/parse-json.ts";
import { readIfExists } from "../shared/read-if-exists.ts";
import { sha256Of } from "../shared/sha256.ts";
import { packageFolder } from "../shared/version-names.ts";
import { effectiveDocument } from "../specs/overlay/effective-document.ts";

/** The files of one API version, read from disk. */
export interface LoadedVersion {
  readonly version: string;
  /** The document with its overlays applied, without fields that OpenAPI does not define. */
  readonly document: JsonObject;
  /** SHA-256 of the document's file, before overlays. */
  readonly sha256: string;
  /** package.json of its package, if there is one. */
  readonly manifest: JsonObject | undefined;
}

/** Reads a version's document, overlays and package.json below the repository root. */
export async function loadVersion(root: string, version: string): Promise<LoadedVersion> {
  const specs = join(root, "specs");
  const file = `${packageFolder(version)}/package.json`;
  const [document, bytes, text] = await Promise.all([
    effectiveDocument(specs, version),
    readFile(join(specs, version, "openapi.json")),
    readIfExists(join(root, file)),
  ]);
  const manifest = text === undefined ? undefined : asObject(parseJson(text, file), file);
  return { version, document: keepKnownSections(document), sha256: sha256Of(bytes), manifest };
}
