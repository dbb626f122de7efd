/** Thrown for an overlay that is not valid, or that does not fit its document. */
export class OverlayError extends Error {
  override readonly name = "OverlayError";

  /** Makes `instanceof` true for errors of another copy of this package, such as CommonJS beside ES modules. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const isOverlayError = value instanceof Error && value.name === "OverlayError";
    // biome-ignore lint/complexity/noThisInStatic: a subclass of a user inherits the method
    return this === OverlayError ? isOverlayError : super[Symbol.hasInstance](value);
  }
}
