/** Thrown for an overlay that is not valid, or that does not fit its document. */
export class OverlayError extends Error {
  override readonly name = "OverlayError";
}
