import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** What the API answered instead of the data. */
export interface ErrorAnswer<Status extends number = number, Body = unknown> {
  readonly status: Status;
  /** Parsed where it is JSON, text otherwise; `undefined` where it is empty. At most 64 kB are read. */
  readonly body: Body;
  readonly headers: Headers;
}

/** The API refused the call. */
export class NectarApiError<Status extends number = number, Body = unknown> extends NectarError {
  override readonly kind = "api";
  readonly status: Status;
  readonly body: Body;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** `X-Request-Id` of the answer, for a support request. Nectar documents no such header: `undefined` where it is missing. */
  readonly requestId: string | undefined;

  constructor(message: string, answer: ErrorAnswer<Status, Body>, context?: ErrorContext) {
    super(message, context);
    this.status = answer.status;
    this.body = answer.body;
    this.headers = answer.headers;
    this.requestId = answer.headers.get("x-request-id") ?? undefined;
  }

  override get name(): string {
    return "NectarApiError";
  }
}
