import { type ErrorAnswer, NectarApiError } from "./nectar-api-error.ts";
import type { ErrorContext } from "./nectar-error.ts";
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from "./status-errors.ts";

/** The error class of a status. */
export function apiErrorOf(
  message: string,
  { status, body, headers }: ErrorAnswer,
  context: ErrorContext,
): NectarApiError {
  switch (status) {
    case 400:
      return new BadRequestError(message, { status, body, headers }, context);
    case 401:
      return new AuthenticationError(message, { status, body, headers }, context);
    case 403:
      return new PermissionError(message, { status, body, headers }, context);
    case 404:
      return new NotFoundError(message, { status, body, headers }, context);
    case 409:
      return new ConflictError(message, { status, body, headers }, context);
    case 422:
      return new UnprocessableError(message, { status, body, headers }, context);
    case 429:
      return new RateLimitError(message, { status, body, headers }, context);
    default:
      return new (status < 500 ? NectarApiError : ServerError)(message, { status, body, headers }, context);
  }
}
