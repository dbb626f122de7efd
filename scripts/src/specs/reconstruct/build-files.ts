import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { buildDocument } from "./build-document.ts";
import { findUnseenParts, formatEvidence, insertEvidence } from "./evidence.ts";
import { readSource, readVersionChanges } from "./source.ts";

/** A file that the reconstruction writes; the path is relative to `specs/`. */
export interface BuiltFile {
  readonly path: string;
  readonly content: string;
}

/** Builds every file that `specs:build` writes apart from the lock: the documents and the list of unseen parts. */
export async function buildFiles(specs: string): Promise<BuiltFile[]> {
  const documents = [...(await buildDocuments(join(specs, "reconstruction")))];
  const provenance = await readFile(join(specs, "PROVENANCE.md"), "utf8");
  const unseen = new Map(documents.map(([version, document]) => [version, findUnseenParts(document)]));
  return [
    ...documents.map(([version, document]) => ({ path: `${version}/openapi.json`, content: formatJson(document) })),
    { path: "PROVENANCE.md", content: insertEvidence(provenance, formatEvidence(unseen)) },
  ];
}

/** Builds the documents by version from `specs/reconstruction`. */
export async function buildDocuments(folder: string): Promise<Map<string, JsonObject>> {
  const [source, versions] = await Promise.all([readSource(folder), readVersionChanges(folder)]);
  return new Map(versions.map((changes) => [changes.version, buildDocument(source, changes)]));
}
