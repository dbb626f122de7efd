import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkTextDepth } from "../shared/check-size.ts";
import { asObject, type Json, type JsonObject } from "../shared/json.ts";
import { parseJson } from "../shared/parse-json.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { loadOverlays } from "./load-overlays.ts";
import type { Overlay } from "./parse-overlay.ts";

/** The document of a version with our overlays applied: what is generated from, served by the mock and published. */
export async function effectiveDocument(specsDirectory: string, version: string): Promise<JsonObject> {
  const name = `${version}/openapi.json`;
  const [text, overlays] = await Promise.all([
    readFile(join(specsDirectory, name), "utf8"),
    loadOverlays(specsDirectory, version),
  ]);
  const fault = checkTextDepth(text);
  if (fault !== undefined) throw new Error(`${name} ${fault}`);
  return asObject(applyOverlays(asObject(parseJson(text, name), name), overlays, name), name);
}

/** The pure part of {@link effectiveDocument}. */
export function applyOverlays(document: Json, overlays: readonly Overlay[], documentName?: string): Json {
  return overlays.reduce((current, overlay) => applyOverlay(current, overlay, documentName), document);
}
