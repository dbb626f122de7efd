import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The caller's signal ended the call; the `cause` is the reason of the signal. */
export class NectarAbortError extends NectarError {
  override readonly kind = "abort";

  constructor(context?: ErrorContext) {
    super("aborted by the caller", context);
  }

  override get name(): string {
    return "NectarAbortError";
  }
}
