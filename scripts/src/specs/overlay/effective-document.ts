import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, checkTextDepth, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Normalised } from "@nectar-sdk/openapi/normalise";
import { OverlayError } from "@nectar-sdk/openapi/overlay";
import { parseJson } from "../../shared/parse-json.ts";
import { readBaseUrl, readVersions } from "../../shared/versions.ts";
import { applyOverlays, type OverlaidDocument } from "./apply-overlays.ts";
import { ensureServer } from "./ensure-server.ts";
import { type Judgement, judgeUnmatched, type VersionMatches } from "./judge-unmatched.ts";
import { loadOverlays } from "./load-overlays.ts";
import { normaliseUpstream, readRules } from "./normalise-upstream.ts";

/**
 * Builds the document of a version, normalised and with our overlays applied, for the generator, the mock and the packages. An action may
 * match nothing in it as long as it matches in another version.
 *
 * @throws {OverlayError} with one line for each action of any version that has no place
 */
export async function effectiveDocument(specsDirectory: string, version: string): Promise<JsonObject> {
  const { document, unmatched } = await overlayVersion(specsDirectory, version);
  if (unmatched.some(({ isOptional }) => !isOptional)) {
    const { problems } = await judgeOverlays(specsDirectory, [...(await readVersions(specsDirectory)), version]);
    if (problems.length > 0) throw new OverlayError(problems.join("\n"));
  }
  return document;
}

/** Reads the document of a version, neither normalised nor with overlays. */
export async function readUpstream(specsDirectory: string, version: string): Promise<JsonObject> {
  const name = toFileName(version);
  const text = await readFile(join(specsDirectory, name), "utf8");
  const fault = checkTextDepth(text);
  if (fault !== undefined) throw new Error(`${name} ${fault}`);
  return asObject(parseJson(text, name), name);
}

/** Finds the actions of all versions that match nothing. The notes include those about normalising. */
export async function judgeOverlays(specsDirectory: string, versions: readonly string[]): Promise<Judgement> {
  const matches: VersionMatches[] = [];
  const notes: string[] = [];
  for (const version of new Set(versions)) {
    const overlaid = await overlayVersion(specsDirectory, version);
    matches.push({ version, ...overlaid });
    notes.push(...overlaid.notes.map(({ at, message }) => `${version} ${at}: ${message}`));
  }
  const judgement = judgeUnmatched(matches);
  return { ...judgement, notes: [...notes, ...judgement.notes] };
}

/** A document with overlays, and the names of those that are for its version. */
export interface OverlaidVersion extends OverlaidDocument {
  readonly overlays: readonly string[];
  /** Values that normalising dropped. */
  readonly notes: Normalised["notes"];
}

/** Applies the overlays of a version to its normalised document, and keeps what matched nothing. */
export async function overlayVersion(specsDirectory: string, version: string): Promise<OverlaidVersion> {
  const [upstream, rules, files] = await Promise.all([
    readUpstream(specsDirectory, version),
    readRules(specsDirectory),
    loadOverlays(specsDirectory, version),
  ]);
  const { document, notes } = normaliseUpstream(upstream, rules);
  const served = ensureServer(document, await readBaseUrl(specsDirectory, version));
  return { notes, overlays: files.map(({ name }) => name), ...applyOverlays(served, files, toFileName(version)) };
}

function toFileName(version: string): string {
  return `${version}/openapi.json`;
}
