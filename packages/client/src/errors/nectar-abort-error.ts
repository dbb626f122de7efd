import { NectarError } from "./nectar-error.ts";

/** The caller's signal ended the call; its reason is the `cause`. */
export class NectarAbortError extends NectarError {
  override readonly kind = "abort";

  override get name(): string {
    return "NectarAbortError";
  }
}
