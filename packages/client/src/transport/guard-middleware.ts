import { markUserError, runUserCode } from "../errors/add-call-site.ts";
import { cancelBody } from "../response/cancel-body.ts";
import type { Middleware } from "./openapi-fetch.ts";

/**
 * Wraps middleware so that its errors reach the caller unchanged, and bodies that it replaces are cancelled.
 *
 * @param replaceResponse maps a response that `onRequest` returns instead of a request; no other middleware sees it
 */
export function guardMiddleware(middleware: Middleware, replaceResponse: (response: Response) => Response): Middleware {
  return {
    onRequest: (event) =>
      runUserCode(async () => {
        const result = await middleware.onRequest?.(event);
        return result instanceof Response ? replaceResponse(result) : result;
      }),
    onResponse: (event) =>
      runUserCode(async () => {
        const result = await middleware.onResponse?.(event);
        const { body } = event.response;
        if (result && result.body !== body && !body?.locked) cancelBody(body);
        return result;
      }),
    onError: (event) =>
      runUserCode(async () => {
        const result = await middleware.onError?.(event);
        if (result !== event.error) markUserError(result);
        return result;
      }),
  };
}
