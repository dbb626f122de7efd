import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** A response with which the API refuses a call. */
export interface ApiErrorResponse<Status extends number = number, Body = unknown> {
  readonly status: Status;
  /** Reason phrase, such as `Not Found`; HTTP/2 has none. */
  readonly statusText?: string;
  /** Parsed if it is JSON, otherwise text; `undefined` if it is empty. At most 64 kB are read. */
  readonly body: Body;
  readonly headers: Headers;
}

/** The API refused the call. */
export class NectarApiError<Status extends number = number, Body = unknown> extends NectarError {
  override readonly kind = "api";
  readonly status: Status;
  /** Parsed if it is JSON, otherwise text; `undefined` if it is empty. At most 64 kB are read. */
  readonly body: Body;
  /** Headers of the response. */
  readonly headers: Headers;
  /** `X-Request-Id` of the response, for support requests. Nectar does not document this header, so it may be `undefined`. */
  readonly requestId: string | undefined;

  constructor({ status, statusText = "", body, headers }: ApiErrorResponse<Status, Body>, context?: ErrorContext) {
    const { detail }: { readonly detail?: unknown } = Object(body);
    const reason = typeof detail === "string" && detail !== "" ? `: ${detail}` : "";
    super(`${status} ${statusText}`.trim() + reason, context);
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.requestId = headers.get("x-request-id") ?? undefined;
  }

  override get name(): string {
    return "NectarApiError";
  }
}
