import { abandon } from "../answer/abandon.ts";
import { markForeign, runForeign } from "../errors/add-call-site.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";

/** The same middleware: its errors reach the caller as they are, and the bodies that it replaces are let go. */
export function guardMiddleware(middleware: Middleware): Middleware {
  return {
    onRequest: (event) => runForeign(() => middleware.onRequest?.(event)),
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
