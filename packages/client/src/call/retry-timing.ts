import { parseHttpDate } from "./http-date.ts";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * Milliseconds before the next attempt: exponential with full jitter, so that many clients do not come back together.
 *
 * @param failed attempts that have failed, from 1
 * @param random from 0 to 1
 */
export function backoff(failed: number, random: number): number {
  return random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failed - 1));
}

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date in any of its three forms (RFC 9110 §10.2.3, §5.6.7).
 * `undefined` for anything else.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}
