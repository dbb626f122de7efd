import { markForeign, runForeign } from "../errors/add-call-site.ts";
import { abandon } from "../response/cancel-body.ts";
import type { Middleware } from "./openapi-fetch.ts";

/**
 * The same middleware: its errors reach the caller as they are, and the bodies that it replaces are cancelled.
 *
 * @param respond takes the response that middleware gives in the place of a request: no other middleware sees it
 */
export function guardMiddleware(middleware: Middleware, respond: (response: Response) => Response): Middleware {
  return {
    onRequest: (event) =>
      runForeign(async () => {
        const result = await middleware.onRequest?.(event);
        return result instanceof Response ? respond(result) : result;
      }),
    onResponse: (event) =>
      runForeign(async () => {
        const result = await middleware.onResponse?.(event);
        const { body } = event.response;
        if (result && result.body !== body && !body?.locked) abandon(body);
        return result;
      }),
    onError: (event) =>
      runForeign(async () => {
        const result = await middleware.onError?.(event);
        if (result !== event.error) markForeign(result);
        return result;
      }),
  };
}
