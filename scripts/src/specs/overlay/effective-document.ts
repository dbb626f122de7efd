import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, checkTextDepth, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Overlay } from "@nectar-sdk/openapi/overlay";
import { applyOverlay } from "@nectar-sdk/openapi/overlay";
import { parseJson } from "../../shared/parse-json.ts";
import { loadOverlays } from "./load-overlays.ts";

/** Reads the document of a version with our overlays applied. The generator, the mock and the package use this one. */
export async function effectiveDocument(specsDirectory: string, version: string): Promise<JsonObject> {
  const [document, overlays] = await Promise.all([
    readUpstream(specsDirectory, version),
    loadOverlays(specsDirectory, version),
  ]);
  const name = toFileName(version);
  return asObject(applyOverlays(document, overlays, name), name);
}

/** Reads the document of a version without overlays. */
export async function readUpstream(specsDirectory: string, version: string): Promise<JsonObject> {
  const name = toFileName(version);
  const text = await readFile(join(specsDirectory, name), "utf8");
  const fault = checkTextDepth(text);
  if (fault !== undefined) throw new Error(`${name} ${fault}`);
  return asObject(parseJson(text, name), name);
}

function toFileName(version: string): string {
  return `${version}/openapi.json`;
}

/** The pure part of {@link effectiveDocument}. */
export function applyOverlays(document: Json, overlays: readonly Overlay[], documentName?: string): Json {
  return overlays.reduce((current, overlay) => applyOverlay(current, overlay, documentName), document);
}
