/** A command line that cannot be followed; the message says how to change it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
