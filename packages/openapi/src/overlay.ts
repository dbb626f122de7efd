export { applyOverlay } from "./overlay/apply-overlay.ts";
export { OverlayError } from "./overlay/overlay-error.ts";
export {
  type Overlay,
  type OverlayAction,
  parseOverlay,
  type RemoveAction,
  type UpdateAction,
} from "./overlay/parse-overlay.ts";
export { type Location, REMOVED, type Rewrite, rewriteAt } from "./overlay/rewrite-at.ts";
