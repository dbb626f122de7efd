import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** An option of the client that cannot work; nothing was sent. */
export class NectarConfigError extends NectarError {
  declare readonly kind: "config";

  constructor(message: string, context?: ErrorContext) {
    super("config", message, context);
  }

  override get name(): string {
    return "NectarConfigError";
  }
}
