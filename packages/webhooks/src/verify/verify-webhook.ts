import { type TypeOf, toEvent, type WebhookPayload } from "../events/event-type.ts";
import type { NectarWebhookEvent } from "../events/webhook-event.ts";
import { readBody, type WebhookBody } from "./read-body.ts";
import { createSigners, hasMatch, type WebhookSecrets } from "./signature.ts";
import { readHeaders, type WebhookHeaders } from "./webhook-headers.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** Options of {@link verifyWebhook}. */
export interface VerifyOptions {
  /**
   * Seconds by which the timestamp may differ from the clock, in either direction. `Infinity` allows replays of old deliveries.
   *
   * @default 300
   */
  readonly toleranceSeconds?: number | undefined;
  /**
   * Maximum size of a body, in bytes.
   *
   * @default 1048576 (1 MB)
   */
  readonly maxBytes?: number | undefined;
  /**
   * The time in milliseconds since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /** Names the event of a payload, for example by the URL of the endpoint. By default, or for `undefined`, the payload names it. */
  readonly typeOf?: TypeOf | undefined;
}

/**
 * Verifies a delivery and returns its event. It parses the body only after it has checked the signature.
 *
 * @param body the raw body: text, bytes or a stream; at most 1 MB
 * @param headers headers of the request, with `svix-*` or `webhook-*`
 * @param secret secret of the endpoint, `whsec_…`; several during a rotation
 * @throws {WebhookVerificationError} with the reason as its `code`, when the delivery is invalid
 */
export async function verifyWebhook(
  body: WebhookBody,
  headers: WebhookHeaders,
  secret: WebhookSecrets,
  options: VerifyOptions = {},
): Promise<NectarWebhookEvent> {
  const { maxBytes = 1_048_576, toleranceSeconds = 300, now = Date.now, typeOf } = options;
  const signers = createSigners(secret);
  const { id, timestamp: text, signature } = readHeaders(headers);
  const timestamp = readTimestamp(text, now() / 1000, toleranceSeconds);
  const content = await readBody(body, maxBytes);
  const expected = signers.map((sign) => sign(id, timestamp, content));
  if (!hasMatch(signature, expected))
    throw new WebhookVerificationError(
      "no-matching-signature",
      "no signature matches: check the secret, and that nothing changes the body",
    );
  return toEvent(parse(content), id, timestamp, typeOf);
}

function readTimestamp(text: string, now: number, tolerance: number): Date {
  if (!/^[1-9]\d*$/.test(text))
    throw new WebhookVerificationError("bad-timestamp", "the timestamp is not a number of seconds");
  const age = now - Number(text);
  // In this form, NaN as the clock or the tolerance rejects every delivery.
  if (Math.abs(age) <= tolerance) return new Date(Number(text) * 1000);
  throw new WebhookVerificationError(
    age < 0 ? "too-new" : "too-old",
    `signed ${Math.round(age)} seconds ago; toleranceSeconds is ${tolerance}`,
  );
}

function parse(text: string): WebhookPayload {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The engine's message quotes the body, which must not reach a log.
  }
  throw new WebhookVerificationError("not-json", "the signed body is not a JSON object");
}
