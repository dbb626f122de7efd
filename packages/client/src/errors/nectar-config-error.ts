import { NectarError } from "./nectar-error.ts";

/** An option of the client is invalid; nothing was sent. */
export class NectarConfigError extends NectarError {
  override readonly kind = "config";

  override get name(): string {
    return "NectarConfigError";
  }
}
