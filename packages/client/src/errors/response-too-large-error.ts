import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The body of a success is longer than `maxResponseBytes`. The rest was not read, and the call is not repeated. */
export class ResponseTooLargeError extends NectarError {
  override readonly kind = "response-too-large";
  readonly status: number;
  /** Bytes that may be read. */
  readonly limit: number;

  constructor(message: string, status: number, limit: number, context?: ErrorContext) {
    super(message, context);
    this.status = status;
    this.limit = limit;
  }

  override get name(): string {
    return "ResponseTooLargeError";
  }
}
