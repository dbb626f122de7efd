import type { NectarApiError } from "./nectar-api-error.ts";
import { isNectarError } from "./nectar-error.ts";

/**
 * Whether the API refused a call; of that operation, with that status, where they are given. The `isApiError` of a client knows the body
 * as well, since it knows the API version.
 *
 * @param operation operation id, such as `site_company_create`
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
