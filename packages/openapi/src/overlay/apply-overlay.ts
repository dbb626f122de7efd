import { type JSONValue, query } from "json-p3";
import { isObject, type Json } from "../document/json.ts";
import { mergeJson } from "./merge-json.ts";
import { OverlayError } from "./overlay-error.ts";
import type { Overlay, OverlayAction } from "./parse-overlay.ts";
import { type Location, REMOVED, rewriteAt } from "./rewrite-at.ts";

/**
 * Applies the actions in order, each to the result of the previous one. Does not change the input.
 *
 * @param documentName name of the document in messages
 * @param onUnmatched called for each action whose target matches nothing, instead of the error
 * @throws {OverlayError} when a target matches nothing, or not what its action needs; names overlay, action, target, document
 */
export function applyOverlay(
  document: Json,
  overlay: Overlay,
  documentName = "the document",
  onUnmatched?: (error: OverlayError, index: number) => void,
): Json {
  return overlay.actions.reduce<Json>((current, action, index) => {
    const createError = (reason: string): OverlayError =>
      new OverlayError(`${overlay.name}: actions[${index}] (target ${action.target}) ${reason} ${documentName}`);
    const locations = locate(current, action.target);
    if (locations.length > 0) {
      return applyAction(current, action, locations, (reason) => {
        throw createError(reason);
      });
    }
    const unmatched = createError("matches nothing in");
    if (onUnmatched === undefined) throw unmatched;
    onUnmatched(unmatched, index);
    return current;
  }, document);
}

function applyAction(
  document: Json,
  action: OverlayAction,
  locations: readonly Location[],
  fail: (reason: string) => never,
): Json {
  const result = rewriteAt(document, locations, (node, at) => {
    if (action.kind === "remove") return REMOVED;
    const place = at.length === 0 ? "the root" : `/${at.join("/")}`;
    return update(node, action.value, (reason) => fail(`${reason} at ${place} of`));
  });
  return result === REMOVED ? fail("would remove the whole of") : result;
}

function update(node: Json, value: Json, fail: (reason: string) => never): Json {
  // Each match gets its own copy, so that parts of the result share nothing.
  const own = structuredClone(value);
  if (isObject(node)) return isObject(own) ? mergeJson(node, own) : fail("needs an object to merge");
  if (!Array.isArray(node)) return fail("selects neither object nor array");
  // 1.0 appends a list as one item, 1.1 item by item. Authors expect the latter, so a list is refused.
  return Array.isArray(own) ? fail("needs one item to append, not a list,") : [...node, own];
}

function locate(document: Json, target: string): Location[] {
  // json-p3 declares its input mutable but only reads it; a property test checks that with frozen documents.
  return query(target, document as JSONValue).locations();
}
