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

const CLASSES: Readonly<Record<number, typeof NectarApiError<number, unknown>>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableError,
  429: RateLimitError,
};

/** The error of a status, of its own class where it has one. */
export function apiErrorOf(message: string, answer: ErrorAnswer, context: ErrorContext): NectarApiError {
  const { [answer.status]: ApiError = answer.status < 500 ? NectarApiError : ServerError } = CLASSES;
  return new ApiError(message, answer, context);
}
