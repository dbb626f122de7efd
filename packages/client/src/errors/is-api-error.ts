import type { NectarApiError } from "./nectar-api-error.ts";
import { isNectarError } from "./nectar-error.ts";

/**
 * Tells whether the API refused a call, optionally of a given operation and with a given status.
 *
 * The `isApiError` method of a client also types the body, since a client knows its API version.
 *
 * @param operation resource method, such as `sites.create`; method and path for a raw path without one
 * @example
 * if (isApiError(error, "sites.create", 400)) console.error(error.requestId);
 */
export function isApiError<Status extends number = number>(
  error: unknown,
  operation?: string,
  status?: Status,
): error is NectarApiError<Status> {
  return (
    isNectarError(error) &&
    error.kind === "api" &&
    (operation === undefined || error.operation === operation) &&
    (status === undefined || ("status" in error && error.status === status))
  );
}
