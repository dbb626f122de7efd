import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, checkTextDepth, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Overlay, OverlayError } from "@nectar-sdk/openapi/overlay";
import { applyOverlay } from "@nectar-sdk/openapi/overlay";
import { parseJson } from "../../shared/parse-json.ts";
import { readVersions } from "../../shared/versions.ts";
import { loadOverlays } from "./load-overlays.ts";
import { normaliseUpstream, readRules } from "./normalise-upstream.ts";

/**
 * Builds the document of a version, normalised and with our overlays applied, for the generator, the mock and the packages. An action may
 * match nothing in it as long as it matches in another version.
 *
 * @throws {OverlayError} for an action that matches in no version
 */
export async function effectiveDocument(specsDirectory: string, version: string): Promise<JsonObject> {
  const { document, unmatched } = await overlayVersion(specsDirectory, version);
  if (unmatched.size > 0) await requireMatchElsewhere(specsDirectory, version, unmatched);
  return asObject(document, toFileName(version));
}

/** Reads the document of a version, neither normalised nor with overlays. */
export async function readUpstream(specsDirectory: string, version: string): Promise<JsonObject> {
  const name = toFileName(version);
  const text = await readFile(join(specsDirectory, name), "utf8");
  const fault = checkTextDepth(text);
  if (fault !== undefined) throw new Error(`${name} ${fault}`);
  return asObject(parseJson(text, name), name);
}

/** A document with overlays, and the actions that matched nothing. */
export interface OverlaidDocument {
  readonly document: Json;
  /** By overlay and index: `20-companies.yaml 3`. */
  readonly unmatched: ReadonlyMap<string, OverlayError>;
}

/** The pure part of {@link effectiveDocument}. */
export function applyOverlays(document: Json, overlays: readonly Overlay[], documentName?: string): OverlaidDocument {
  const unmatched = new Map<string, OverlayError>();
  const result = overlays.reduce(
    (current, overlay) =>
      applyOverlay(current, overlay, documentName, (error, index) => unmatched.set(`${overlay.name} ${index}`, error)),
    document,
  );
  return { document: result, unmatched };
}

async function overlayVersion(
  specsDirectory: string,
  version: string,
): Promise<OverlaidDocument & { readonly overlays: readonly Overlay[] }> {
  const [upstream, rules, overlays] = await Promise.all([
    readUpstream(specsDirectory, version),
    readRules(specsDirectory),
    loadOverlays(specsDirectory, version),
  ]);
  const { document } = normaliseUpstream(upstream, rules);
  return { overlays, ...applyOverlays(document, overlays, toFileName(version)) };
}

async function requireMatchElsewhere(
  specsDirectory: string,
  version: string,
  unmatched: OverlaidDocument["unmatched"],
): Promise<void> {
  const open = new Map(unmatched);
  for (const other of await readVersions(specsDirectory)) {
    if (other === version || open.size === 0) continue;
    const { overlays, unmatched: alsoUnmatched } = await overlayVersion(specsDirectory, other);
    for (const action of overlays.flatMap(({ name, actions }) => actions.map((_, index) => `${name} ${index}`))) {
      if (!alsoUnmatched.has(action)) open.delete(action);
    }
  }
  for (const error of open.values()) throw error;
}

function toFileName(version: string): string {
  return `${version}/openapi.json`;
}
