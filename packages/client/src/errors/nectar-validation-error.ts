import { NectarError } from "./nectar-error.ts";

/** An argument that can only fail; nothing was sent. */
export class NectarValidationError extends NectarError {
  override readonly kind = "validation";

  override get name(): string {
    return "NectarValidationError";
  }
}
