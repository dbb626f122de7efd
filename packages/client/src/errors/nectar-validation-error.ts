import { NectarError } from "./nectar-error.ts";

/** An argument is invalid; nothing was sent. */
export class NectarValidationError extends NectarError {
  override readonly kind = "validation";

  override get name(): string {
    return "NectarValidationError";
  }
}
