import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The caller's signal ended the call; its reason is the `cause`. */
export class NectarAbortError extends NectarError {
  declare readonly kind: "abort";

  constructor(message: string, context?: ErrorContext) {
    super("abort", message, context);
  }

  override get name(): string {
    return "NectarAbortError";
  }
}
