import { markForeign } from "../errors/add-call-site.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";

/** What a call has to know of what its middleware does. */
export interface MiddlewareWatch {
  /** Middleware threw an error, or put one in the place of another. */
  readonly onFailure: () => void;
  /** Middleware answered, or put its response in the place of another. */
  readonly onResponse: (response: Response, replaced?: Response) => void;
}

/** The same middleware, watched. */
export function guardMiddleware(middleware: Middleware, { onFailure, onResponse }: MiddlewareWatch): Middleware {
  const fail = <E>(error: E): E => {
    onFailure();
    markForeign(error);
    return error;
  };
  const watch =
    <Event extends { readonly request: Request; readonly response?: Response; readonly error?: unknown }, Result>(
      run: (event: Event) => Result | Promise<Result>,
    ) =>
    async (event: Event): Promise<Result> => {
      let result: Result;
      try {
        result = await run(event);
      } catch (error) {
        throw fail(error);
      }
      if (result instanceof Response && result !== event.response) onResponse(result, event.response);
      if (result instanceof Error && result !== event.error) fail(result);
      return result;
    };
  return {
    onRequest: watch((event) => middleware.onRequest?.(event)),
    onResponse: watch((event) => middleware.onResponse?.(event)),
    onError: watch((event) => middleware.onError?.(event)),
  };
}
