/** A failure that the user can repair: one line that names the problem and the cure. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
