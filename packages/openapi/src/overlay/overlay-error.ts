/** An overlay that is not valid, or that does not fit the document it is applied to. */
export class OverlayError extends Error {
  override readonly name = "OverlayError";
}
