export { applyOverlay } from "./overlay/apply-overlay.ts";
export { type AbsentPlace, type ExpandedOverlay, expandOverlay } from "./overlay/expand-overlay.ts";
export { type Located, locate, toJsonPath } from "./overlay/json-path.ts";
export { findNearestTarget } from "./overlay/nearest-target.ts";
export { OverlayError } from "./overlay/overlay-error.ts";
export {
  type Overlay,
  type OverlayAction,
  parseAppliesTo,
  parseOverlay,
  type RemoveAction,
  type UpdateAction,
} from "./overlay/parse-overlay.ts";
export { type Location, REMOVED, type Rewrite, rewriteAt } from "./overlay/rewrite-at.ts";
