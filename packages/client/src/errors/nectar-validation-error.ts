import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** An argument that can only fail; nothing was sent. */
export class NectarValidationError extends NectarError {
  declare readonly kind: "validation";

  constructor(message: string, context?: ErrorContext) {
    super("validation", message, context);
  }

  override get name(): string {
    return "NectarValidationError";
  }
}
