import type { JsonObject } from "@nectar-sdk/openapi/document";
import { applyOverlays } from "../overlay/apply-overlays.ts";
import { readUpstream } from "../overlay/effective-document.ts";
import { loadOverlays } from "../overlay/load-overlays.ts";
import { normaliseUpstream, readRules } from "../overlay/normalise-upstream.ts";
import { keptWebhooksFile } from "./carry/keep-webhooks.ts";
import type { DocumentPair } from "./carry/match-operations.ts";

/** A document, and the same with the webhooks that an overlay keeps. */
export interface NormalisedVersion {
  readonly document: JsonObject;
  readonly withWebhooks: JsonObject;
}

/** Reads the documents of all versions, normalised. */
export async function readNormalised(
  specs: string,
  versions: readonly string[],
): Promise<ReadonlyMap<string, NormalisedVersion>> {
  const rules = await readRules(specs);
  const documents = new Map<string, NormalisedVersion>();
  for (const version of versions) {
    const { document } = normaliseUpstream(await readUpstream(specs, version), rules);
    const kept = (await loadOverlays(specs, version)).filter(
      ({ name }) => `overlays/${name}` === keptWebhooksFile(version),
    );
    documents.set(version, { document, withWebhooks: applyOverlays(document, kept).document });
  }
  return documents;
}

/** Pairs the documents before a pull, with the webhooks that they kept, and those after it. */
export function pairDocuments(
  before: ReadonlyMap<string, NormalisedVersion>,
  after: ReadonlyMap<string, NormalisedVersion>,
): DocumentPair[] {
  return [...before].flatMap(([version, { withWebhooks }]) => {
    const recent = after.get(version);
    return recent === undefined ? [] : [{ version, before: withWebhooks, after: recent.document }];
  });
}
