/** Operations or statuses that were expected and not seen, or a pattern that means no operation. */
export class CoverageError extends Error {
  override readonly name = "CoverageError";
}
