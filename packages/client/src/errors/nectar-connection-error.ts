import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** No answer came: the host was not reached, the connection broke, or the answer was a redirect, which is never followed. */
export class NectarConnectionError extends NectarError {
  declare readonly kind: "connection";

  constructor(message: string, context?: ErrorContext) {
    super("connection", message, context);
  }

  override get name(): string {
    return "NectarConnectionError";
  }
}
