import { arrayIn, asObject, type JsonObject, valueAt } from "@nectar-sdk/openapi/document";
import {
  applyOverlay,
  expandOverlay,
  findNearestTarget,
  OverlayError,
  parseOverlay,
} from "@nectar-sdk/openapi/overlay";
import type { OverlayFile } from "./load-overlays.ts";

/** An action that matches nothing in a document. */
export interface UnmatchedAction {
  readonly overlay: string;
  /** Index of the action in its file. */
  readonly index: number;
  /** Its target, or its short form. */
  readonly place: string;
  /** The missing thing. */
  readonly what: "operation" | "part" | "target";
  /** The most similar place that the document has. */
  readonly nearest: string | undefined;
  /** Whether the overlay says `x-optional: true`. */
  readonly isOptional: boolean;
}

/** A document with overlays, and the actions that matched nothing. */
export interface OverlaidDocument {
  readonly document: JsonObject;
  readonly unmatched: readonly UnmatchedAction[];
  /** Each overlay with plain targets: Overlay 1.0. */
  readonly expanded: readonly OverlayFile[];
}

/** Applies overlays in order, each with its short forms expanded against the result of the one before. */
export function applyOverlays(
  document: JsonObject,
  files: readonly OverlayFile[],
  documentName?: string,
): OverlaidDocument {
  return files.reduce<OverlaidDocument>(
    (before, file) => {
      const { result, expanded, unmatched } = applyFile(before.document, file, documentName);
      return {
        document: result,
        unmatched: [...before.unmatched, ...unmatched],
        expanded: [...before.expanded, ...(expanded === undefined ? [] : [expanded])],
      };
    },
    { document, unmatched: [], expanded: [] },
  );
}

interface AppliedFile {
  readonly result: JsonObject;
  /** Undefined if no action has a place in the document. */
  readonly expanded: OverlayFile | undefined;
  readonly unmatched: readonly UnmatchedAction[];
}

function applyFile(document: JsonObject, { name, value }: OverlayFile, documentName?: string): AppliedFile {
  const { overlay, sources, absent } = expandOverlay(value, document, name);
  const isOptional = (index: number): boolean =>
    readOptional(arrayIn(value, "actions")[index], `${name}: actions[${index}]`);
  const unmatched: UnmatchedAction[] = absent.map((place) => ({
    overlay: name,
    ...place,
    isOptional: isOptional(place.index),
  }));
  if (sources.length === 0 && absent.length > 0) return { result: document, expanded: undefined, unmatched };
  const parsed = parseOverlay(overlay, name);
  const result = applyOverlay(document, parsed, documentName, (_error, expandedIndex) => {
    const index = sources[expandedIndex] ?? expandedIndex;
    const place = parsed.actions[expandedIndex]?.target ?? "";
    const nearest = findNearestTarget(document, place);
    unmatched.push({
      overlay: name,
      index,
      place: `target ${place}`,
      what: "target",
      nearest,
      isOptional: isOptional(index),
    });
  });
  return { result: asObject(result, name), expanded: { name, value: overlay }, unmatched };
}

function readOptional(action: unknown, where: string): boolean {
  const value = valueAt(action, "x-optional") ?? false;
  if (typeof value === "boolean") return value;
  throw new OverlayError(`${where}: x-optional must be true or false`);
}
