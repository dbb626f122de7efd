import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";

const HANDLERS = ["onRequest", "onResponse", "onError"];

/**
 * The middleware among the arguments, without those that are nothing, as openapi-fetch has it.
 *
 * @throws {NectarValidationError} for what is no middleware
 */
export function requireMiddleware(all: readonly (Middleware | null | undefined | false)[]): Middleware[] {
  return all.flatMap((one) => {
    if (!one) return [];
    if (typeof one === "object" && HANDLERS.some((name) => name in one)) return [one];
    throw new NectarValidationError("middleware must be an object with `onRequest`, `onResponse` or `onError`");
  });
}
