import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { findPlaces } from "./find-places.ts";
import { toJsonPath } from "./json-path.ts";
import { OverlayError } from "./overlay-error.ts";
import { describeShortForm, isShortField, readShortForm } from "./short-form.ts";

/** An overlay whose actions have plain targets. */
export interface ExpandedOverlay {
  /** Overlay 1.0, except that `actions` may be empty. */
  readonly overlay: JsonObject;
  /** For each action the index of the one that it comes from. */
  readonly sources: readonly number[];
  /** The short forms without a place in the document. */
  readonly absent: readonly AbsentPlace[];
}

/** A short form that means nothing in a document. */
export interface AbsentPlace {
  /** Index of the action. */
  readonly index: number;
  /** `x-operation GET /company, x-answer 2XX` */
  readonly place: string;
  readonly what: "operation" | "part";
  /** The candidate that the document has. */
  readonly nearest: string | undefined;
}

/**
 * Replaces the short forms of an overlay by the targets that they mean in a document, which makes it plain Overlay 1.0: `x-operation`
 * or `x-webhook`, with `x-answer`, `x-body` or `x-parameter`, `x-media` and `x-at`. It copies everything else.
 *
 * @throws {OverlayError} naming the short form that is not valid
 */
export function expandOverlay(value: Json, document: JsonObject, name = "overlay"): ExpandedOverlay {
  if (!isObject(value) || !isArray(value["actions"]))
    throw new OverlayError(`${name}: expected an object with actions`);
  const absent: AbsentPlace[] = [];
  const seen = new Set<string>();
  const expanded = value["actions"].flatMap((action, index): [Json, number][] => {
    const form = isObject(action) ? readShortForm(action, `${name}: actions[${index}]`) : undefined;
    if (form === undefined || !isObject(action)) return [[action, index]];
    const found = findPlaces(document, form);
    if (found.kind === "absent") {
      absent.push({ index, place: describeShortForm(action), what: found.what, nearest: found.nearest });
      return [];
    }
    return found.places.flatMap((path): [Json, number][] => {
      const plain = { target: toJsonPath(path) + form.below, ...omitShortForm(action) };
      // Two spellings of one place are one action; Overlay has no reason to apply it twice.
      const text = JSON.stringify(plain);
      if (seen.has(text)) return [];
      seen.add(text);
      return [[plain, index]];
    });
  });
  const overlay = { ...value, actions: expanded.map(([action]) => action) };
  return { overlay, sources: expanded.map(([, index]) => index), absent };
}

function omitShortForm(action: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(action).filter(([key]) => !isShortField(key)));
}
