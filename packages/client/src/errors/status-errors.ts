import { NectarApiError } from "./nectar-api-error.ts";

/** 400: something about the request is not valid; see `body`. */
export class BadRequestError<Body = unknown> extends NectarApiError<400, Body> {
  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: the API key is missing, wrong or expired. */
export class AuthenticationError<Body = unknown> extends NectarApiError<401, Body> {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** 403: the API key may not do this. */
export class PermissionError<Body = unknown> extends NectarApiError<403, Body> {
  override get name(): string {
    return "PermissionError";
  }
}

/** 404: there is no such thing, or the API key may not see it. */
export class NotFoundError<Body = unknown> extends NectarApiError<404, Body> {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: it clashes with the present state. */
export class ConflictError<Body = unknown> extends NectarApiError<409, Body> {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422: understood, but not acceptable; see `body`. */
export class UnprocessableError<Body = unknown> extends NectarApiError<422, Body> {
  override get name(): string {
    return "UnprocessableError";
  }
}

/** 429: too many requests, and the retries are used up; see `retryAfter`. */
export class RateLimitError<Body = unknown> extends NectarApiError<429, Body> {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the server failed, and the retries are used up. */
export class ServerError<Body = unknown> extends NectarApiError<number, Body> {
  override get name(): string {
    return "ServerError";
  }
}
