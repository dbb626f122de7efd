import type { OperationDefinition } from "../contract.ts";

const TRANSIENT = [408, 429, 500, 502, 503, 504];

/**
 * Whether a failed attempt may be repeated. What changes something is repeated only when it certainly did not arrive, and that is known
 * of 429 alone: Nectar has no idempotency key.
 *
 * @param status of the answer; `undefined` where none came
 */
export function mayRetry(retry: OperationDefinition["retry"], status: number | undefined): boolean {
  return retry === "unsafe" ? status === 429 : status === undefined || TRANSIENT.includes(status);
}
