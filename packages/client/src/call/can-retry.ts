import type { OperationDefinition } from "../contract.ts";

const TRANSIENT = [408, 429, 500, 502, 503, 504];

/**
 * Tells whether the client may retry a failed attempt.
 *
 * Nectar has no idempotency key, so an unsafe operation is retried only if it certainly did not arrive: after 429.
 *
 * @param status status of the response; `undefined` if there was none
 */
export function canRetry(retry: OperationDefinition["retry"], status: number | undefined): boolean {
  return retry === "unsafe" ? status === 429 : status === undefined || TRANSIENT.includes(status);
}
