import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The body of a successful response exceeds `maxResponseBytes`. The client stops reading and does not retry. */
export class ResponseTooLargeError extends NectarError {
  override readonly kind = "response-too-large";
  readonly status: number;
  /** Bytes that the client reads at most. */
  readonly limit: number;

  constructor(status: number, limit: number, context?: ErrorContext) {
    super(`the response (${status}) is longer than \`maxResponseBytes\`, ${limit} bytes`, context);
    this.status = status;
    this.limit = limit;
  }

  override get name(): string {
    return "ResponseTooLargeError";
  }
}
