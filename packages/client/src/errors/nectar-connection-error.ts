import { NectarError } from "./nectar-error.ts";

/** No answer came: the host was not reached, the connection broke, or the answer was a redirect, which is never followed. */
export class NectarConnectionError extends NectarError {
  override readonly kind = "connection";

  override get name(): string {
    return "NectarConnectionError";
  }
}
