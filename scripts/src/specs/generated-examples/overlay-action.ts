import { asObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { applyOverlay, parseOverlay } from "@nectar-sdk/openapi/overlay";

/** An action of an overlay, with a plain target. */
export interface OverlayAction {
  readonly target: string;
  readonly update?: Json;
  readonly remove?: true;
}

/** Marks generated examples. */
export const MARK = { "x-generated": true } as const;

/** Creates an overlay of a version. */
export function createOverlay(actions: readonly (OverlayAction | JsonObject)[], version: string): object {
  const info = { title: `Generated examples of ${version}`, version: "1.0.0" };
  return { overlay: "1.0.0", info, "x-applies-to": [version], actions };
}

/** Applies actions to the document of a version. */
export function applyActions(document: JsonObject, actions: readonly OverlayAction[], version: string): JsonObject {
  if (actions.length === 0) return document;
  return asObject(applyOverlay(document, parseOverlay(createOverlay(actions, version)), version), version);
}
