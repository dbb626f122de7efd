import { parseHttpDate } from "./parse-http-date.ts";

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;

/**
 * Computes the wait before the next attempt: exponential with full jitter, so that many clients do not return together.
 *
 * @param failed number of failed attempts, from 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function computeBackoff(failed: number, random: number): number {
  return random * Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - 1));
}

/**
 * Parses a `Retry-After` header to milliseconds: seconds, or an HTTP date in any of its three forms (RFC 9110 §10.2.3, §5.6.7).
 *
 * @returns `undefined` for any other text
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}
