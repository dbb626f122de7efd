import { type ApiErrorResponse, NectarApiError } from "./nectar-api-error.ts";
import type { ErrorContext } from "./nectar-error.ts";

/** 400: the request is invalid; see `body`. */
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

/** 403: the API key does not permit this call. */
export class PermissionError<Body = unknown> extends NectarApiError<403, Body> {
  override get name(): string {
    return "PermissionError";
  }
}

/** 404: the resource does not exist, or the API key cannot see it. */
export class NotFoundError<Body = unknown> extends NectarApiError<404, Body> {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: the request conflicts with the current state. */
export class ConflictError<Body = unknown> extends NectarApiError<409, Body> {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422: the server understood the request but cannot accept it; see `body`. */
export class UnprocessableError<Body = unknown> extends NectarApiError<422, Body> {
  override get name(): string {
    return "UnprocessableError";
  }
}

/** 429: too many requests, and no retries are left; see `retryAfter`. */
export class RateLimitError<Body = unknown> extends NectarApiError<429, Body> {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the server failed, and no retries are left. */
export class ServerError<Body = unknown> extends NectarApiError<number, Body> {
  override get name(): string {
    return "ServerError";
  }
}

/** Creates the error of a response, of the class of its status. */
export function createApiError(response: ApiErrorResponse, context: ErrorContext): NectarApiError {
  const ApiError = CLASSES[response.status] ?? (response.status < 500 ? NectarApiError : ServerError);
  return new ApiError(response, context);
}

const CLASSES: Readonly<Record<number, typeof NectarApiError<number, unknown>>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableError,
  429: RateLimitError,
};
