import { markForeign } from "../errors/add-call-site.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";

/** What a call has to know of what its middleware does. */
export interface MiddlewareWatch {
  /** Middleware threw an error, or put one in the place of another. */
  readonly onFailure: (error: unknown) => void;
  /** Middleware answered, or put its response in the place of another. */
  readonly onResponse: (response: Response, replaced?: Response) => void;
}

/** The same middleware, watched. */
export function guardMiddleware(middleware: Middleware, watch: MiddlewareWatch): Middleware {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      watch.onFailure(markForeign(error));
      throw error;
    }
  };
  return {
    onRequest: (event) =>
      guard(async () => {
        const result = await middleware.onRequest?.(event);
        if (result instanceof Response) watch.onResponse(result);
        return result ?? undefined;
      }),
    onResponse: (event) =>
      guard(async () => {
        const result = await middleware.onResponse?.(event);
        if (result instanceof Response && result !== event.response) watch.onResponse(result, event.response);
        return result ?? undefined;
      }),
    onError: (event) =>
      guard(async () => {
        const result = await middleware.onError?.(event);
        if (result instanceof Response) watch.onResponse(result);
        else if (result && result !== event.error) watch.onFailure(markForeign(result));
        return result;
      }),
  };
}
